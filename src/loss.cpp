#include "loss.h"

namespace activation_widgets {

template double loss_of_block(loss_kind, const float*, const float*, float*, std::size_t,
                              std::size_t, float);
template softmax<f32x4> exponentials_of(const float*, float*, std::size_t, std::size_t);
template void probabilities_of_block(loss_kind, float*, std::size_t, std::size_t);

}  // namespace activation_widgets
