import type {} from 'activation-widgets/types/react';

export const right = (
  <main>
    <activation-explorer
      id="first"
      class="wide"
      activation="gelu"
      functions={['relu', 'gelu']}
      domain="-4 4"
      x={0.5}
      compare="relu"
      preview
      oninput={({ detail }) => detail.slope.toFixed(2)}
    >
      <p>GELU</p>
    </activation-explorer>
    <decision-boundary dataset="moons" learning-rate={0.1} batchSize="16" layers={[8, 8]} />
  </main>
);

export const wrong = (
  <main>
    {/* @ts-expect-error no such function */}
    <activation-explorer activation="gelo" />
    {/* @ts-expect-error x is a number */}
    <activation-explorer x="half" />
    {/* @ts-expect-error the explorer has no depth */}
    <activation-explorer depth={3} />
    {/* @ts-expect-error the explorer tells no accuracy */}
    <activation-explorer oninput={({ detail }) => detail.accuracy} />
  </main>
);
