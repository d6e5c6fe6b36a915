import { useState } from 'react';
import 'activation-widgets/elements/activation-explorer';

export function App() {
  const [x, setX] = useState();
  const [preview, setPreview] = useState(true);
  return (
    <main>
      <activation-explorer
        activation="gelu"
        x={0.5}
        preview={preview}
        onInput={({ nativeEvent }) => setX(nativeEvent.detail.x)}
      >
        <p>GELU(x) = x Φ(x), a soft gate.</p>
      </activation-explorer>
      <output>{x === undefined ? '' : `x = ${x}`}</output>
      <button type="button" onClick={() => setPreview(!preview)}>
        preview
      </button>
    </main>
  );
}
