// The same bits everywhere: one hash per function, over values and slopes of both families. gcc,
// clang and WebAssembly with and without SIMD have to find the same. A hash changes when a kernel
// does, and then the new one is in the message of the failed check.
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

#include "hash.h"
#include "registry.h"
#include "ulp.h"

using namespace activation_widgets;

namespace {

// Every exponent, and the range where the functions bend once more.
std::vector<float> sweep() {
  std::vector<float> x;
  for_floats(130'027, [&x](float v) { x.push_back(v); });
  for (int i = -20'000; i <= 20'000; ++i) x.push_back(float(i) / 1024);
  return x;
}

const std::map<std::string, std::string> golden = {
    {"elu", "e825acfa667787c7"},       {"gelu", "7ddc18c3809b4ada"},
    {"gelu_tanh", "e0e1bb29940ad3ee"}, {"hard_swish", "2b4d32986a93cc33"},
    {"identity", "3dac4f74f0d52671"},  {"leaky_relu", "86e2fe925ceb3404"},
    {"mish", "4f55999d0bc7f70e"},      {"normal", "53d651f7325e7af0"},
    {"prelu", "4937c738a5d16522"},     {"relu", "c7f207b884a2b968"},
    {"selu", "f0758ad4aa5e8f12"},      {"sigmoid", "7e070b331beaa3ff"},
    {"sine", "2e2bc307230d38a5"},      {"softplus", "a35347e83f22f561"},
    {"softsign", "b56237a4f1a97230"},  {"step", "7010895fd3c9c318"},
    {"swish", "82016ca176a6346a"},     {"tanh", "a9153f6fcd0e9b9c"},
};

}  // namespace

TEST_CASE("every function gives the bits it gives everywhere") {
  const std::vector<float> x = sweep();
  std::vector<float> first(x.size()), second(x.size());
  std::map<std::string, std::string> found;
  for (const activation& a : all_activations()) {
    hash h;
    for (const activation_loop loop : {a.exact, a.network}) {
      loop(x.data(), first.data(), second.data(), x.size(), float(a.info->parameter.initial));
      h.add(first);
      h.add(second);
    }
    found[a.info->id] = h.text();
  }
  hash h;
  evaluate_normal(x.data(), first.data(), second.data(), x.size());
  h.add(first);
  h.add(second);
  found["normal"] = h.text();

  for (const auto& [id, text] : found) {
    CAPTURE(id);
    CHECK(text == (golden.contains(id) ? golden.at(id) : "not in the list"));
  }
  CHECK(found.size() == golden.size());
}
