// What web/core promises the boundary before it calls: where an entry is not listed, nothing is
// promised, and it has to stand whatever comes. Sizes that would only cost time are kept small.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <map>
#include <string>
#include <vector>

#include "registry.h"

namespace fuzz {

using numbers = std::vector<double>;

// Promises of one argument.
struct promise {
  std::size_t argument;
  int least, most;
};

inline const std::map<std::string, std::vector<promise>>& promises() {
  static const int last = int(activation_widgets::all_activations().size()) - 1;
  static const std::map<std::string, std::vector<promise>> all = {
      {"activationText", {{0, 0, last}}},
      {"activationNumbers", {{0, 0, last}}},
      {"evaluate", {{0, 0, last}, {1, 0, 200}}},
      {"gaussian", {{0, 0, 200}}},
      {"neuronInputs", {{1, 1, 256}}},
      {"neuronPass", {{0, 0, last}, {3, 1, 256}}},
      {"planeRandom", {{1, 1, 8}}},
      {"planeStages", {{0, 1, 8}, {1, 0, last}}},
      {"planeBends", {{0, 1, 8}}},
      {"planeCollapse", {{0, 1, 8}}},
      {"greatestSlope", {{0, 0, last}}},
      {"slopeProducts", {{1, 1, 64}}},
      {"flowBegin", {{1, 1, 64}}},
      {"flowAdvance", {{1, -1, 200}}},
  };
  return all;
}

// The most a whole number may be where more would only take longer.
inline const std::map<std::string, std::vector<promise>>& costs() {
  static const std::map<std::string, std::vector<promise>> all = {
      {"networkTrain", {{2, -1, 3}}},
      {"gradientFlow", {{2, -1, 65}, {3, -1, 12}, {7, -1, 40}}},
      {"flowCreate", {{2, -1, 4}, {6, -1, 6}}},
  };
  return all;
}

// A number for an argument of that kind: mostly near what makes sense, sometimes as far off as can
// be.
inline double whole(FuzzedDataProvider& data) {
  constexpr int far[] = {-1, -2147483647 - 1, 2147483647, 65536, 46341, 1 << 26, 1 << 30, -65536};
  return data.ConsumeIntegralInRange(0, 15) ? data.ConsumeIntegralInRange(-1, 70)
                                            : far[data.ConsumeIntegralInRange(0, 7)];
}

inline double real(FuzzedDataProvider& data) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  constexpr double far[] = {0,     -0.0,   1e-320, 5e-324, 1e308,    -1e308,
                            1e-30, 3.4e38, 1e30,   -1e30,  infinite, -infinite};
  switch (data.ConsumeIntegralInRange(0, 7)) {
    case 0:
      return data.ConsumeBool() ? far[data.ConsumeIntegralInRange(0, 11)]
                                : std::numeric_limits<double>::quiet_NaN();
    case 1:
      return activation_widgets::bits_as<double>(data.ConsumeIntegral<std::int64_t>());
    default:
      return data.ConsumeIntegralInRange(-4000, 4000) / 1000.0;
  }
}

}  // namespace fuzz
