// The same bits everywhere: one hash per function, over values and slopes, as shown and as in
// networks. gcc, clang and WebAssembly with and without SIMD have to find the same. A hash changes
// when a kernel does, and then the new one is in the message of the failed check.
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
  while (x.size() % 4) x.push_back(0);  // loops take whole vectors
  return x;
}

const std::map<std::string, std::string> golden = {
    {"elu", "6060bb32be0da209"},       {"gelu", "50d3fac1571686e9"},
    {"gelu_tanh", "60398a0125f558ad"}, {"hard_swish", "164a6a5a95e851d5"},
    {"identity", "d9b347f993cf2381"},  {"leaky_relu", "c133794c0310df71"},
    {"mish", "3024b145f972b0f5"},      {"normal", "212fe0d229cfec1a"},
    {"prelu", "d4eb41641c026155"},     {"relu", "9436c53ec32c0675"},
    {"selu", "be747ff9c5f5b025"},      {"sigmoid", "0bdd4f4f2b21ab99"},
    {"sine", "c7478fe3167fc895"},      {"softplus", "e72dcfe020da9fb9"},
    {"softsign", "4c9c09aea8550b51"},  {"step", "912aa5bede70b0a5"},
    {"swish", "a456f2653f2c7621"},     {"tanh", "a9107a434f7066e8"},
};

}  // namespace

TEST_CASE("every function gives the bits it gives everywhere") {
  const std::vector<float> x = sweep();
  std::vector<float> first(x.size()), second(x.size());
  std::map<std::string, std::string> found;
  for (const activation& a : all_activations()) {
    hash h;
    for (const activation_loop loop : {a.loop, a.network}) {
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
