#include "initializer.h"

namespace activation_widgets {

void initialize_layer(initializer how, std::size_t inputs, std::size_t outputs,
                      float* weights_and_biases, random_sequence& random) {
  const std::size_t weights = inputs * outputs, all = weights + outputs;
  const double in = double(inputs), both = double(inputs + outputs);
  double deviation = 0, range = 0;
  switch (how) {
    case initializer::he_normal:
      deviation = square_root(2 / in);
      break;
    case initializer::he_uniform:
      range = square_root(6 / in);
      break;
    case initializer::xavier_normal:
      deviation = square_root(2 / both);
      break;
    case initializer::xavier_uniform:
      range = square_root(6 / both);
      break;
    case initializer::lecun_normal:
      deviation = square_root(1 / in);
      break;
    case initializer::uniform:
      range = square_root(1 / in);
      break;
    case initializer::zeros:
      break;
  }
  const std::size_t drawn = how == initializer::zeros     ? 0
                            : how == initializer::uniform ? all
                                                          : weights;
  for (std::size_t i = 0; i < all; ++i) {
    const double value = i >= drawn  ? 0
                         : deviation ? deviation * random.normal()
                                     : random.uniform(-range, range);
    weights_and_biases[i] = float(value);
  }
}

}  // namespace activation_widgets
