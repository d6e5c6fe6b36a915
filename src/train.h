// Training by mini-batches in a seeded order: every epoch shuffles the samples anew, and its last
// batch holds what remains, as PyTorch's DataLoader does.
#pragma once

#include "network.h"

namespace activation_widgets {

struct training_report {
  std::uint64_t step;  // updates made since the network began, or the one that failed
  double loss;         // of the last batch before its update, penalties included
  bool finite;
  bool out_of_memory;  // for the order of so many samples; nothing was changed
};

// Makes `steps` updates. The first one whose loss or parameters are not finite is not made: the
// parameters stay as they were before it, the report names it with finite = false, and so do all
// later calls until parameters are set.
//
// The place in the epoch is kept from call to call, as long as `count` is the same, so training in
// portions equals training at once.
training_report train(network& network, const float* points, const std::uint8_t* labels,
                      std::size_t count, std::uint64_t steps);

}  // namespace activation_widgets
