#include "mlp.h"

namespace activation_widgets {

template void weight_gradient(const float*, const float*, float*, std::size_t, std::size_t,
                              std::size_t);
template struct mlp<float>;

}  // namespace activation_widgets
