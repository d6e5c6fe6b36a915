#include "mlp.h"

namespace activation_widgets {

template struct mlp<float>;

}  // namespace activation_widgets
