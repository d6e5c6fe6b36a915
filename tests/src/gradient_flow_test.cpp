#include "gradient_flow.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "registry.h"

using namespace activation_widgets;

namespace {

std::vector<flow_layer> flow_through(flow_settings settings, const char* activation) {
  settings.activation = find_activation(activation);
  std::vector<flow_layer> layers(std::size_t(settings.depth));
  REQUIRE(gradient_flow(settings, layers.data()));
  return layers;
}

}  // namespace

TEST_CASE("the product of slopes is the textbook's, from the top down") {
  const auto identity = flow_through({.depth = 5}, "identity");
  for (const flow_layer& layer : identity) CHECK(layer.slope_product == 1);
  // Weights that are 0 put every sigmoid at its steepest, 1/4.
  const auto sigmoid = flow_through({.depth = 64, .init = initializer::zeros}, "sigmoid");
  for (int l = 0; l < 64; ++l) {
    CHECK(std::abs(sigmoid[std::size_t(l)].slope_product / std::pow(0.25, 64 - l) - 1) < 1e-12);
  }
  CHECK(sigmoid[0].slope_product < 1e-38);
}

TEST_CASE("sigmoid gradients vanish with depth, those of ReLU with He's weights do not") {
  const auto sigmoid = flow_through({.depth = 30, .init = initializer::xavier_normal}, "sigmoid");
  CHECK(sigmoid[0].gradient_norm < 1e-12 * sigmoid[29].gradient_norm);
  CHECK(sigmoid[0].gradient_norm > 0);
  const auto relu = flow_through({.depth = 30}, "relu");
  CHECK(relu[0].gradient_norm > 0.01 * relu[29].gradient_norm);
}

TEST_CASE("residual connections keep the gradient of a deep sigmoid network alive") {
  const auto plain = flow_through({.depth = 30, .residual = false}, "sigmoid");
  const auto residual = flow_through({.depth = 30, .residual = true}, "sigmoid");
  CHECK(residual[0].gradient_norm > 1e6 * plain[0].gradient_norm);
}

TEST_CASE("where no gradient passes, the norm is 0") {
  for (const flow_layer& layer : flow_through({.depth = 4}, "step"))
    CHECK(layer.gradient_norm == 0);
}

TEST_CASE("norms are finite or infinite, never NaN, for every activation at every depth") {
  for (const activation& a : all_activations()) {
    for (const int depth : {1, 2, 64}) {
      for (const int batch : {1, 7}) {
        CAPTURE(a.info->id, depth, batch);
        for (const flow_layer& layer : flow_through({.parameter = float(a.info->parameter.initial),
                                                     .depth = depth,
                                                     .width = 9,
                                                     .batch = batch},
                                                    a.info->id)) {
          CHECK(layer.gradient_norm >= 0);
          CHECK(layer.activation_deviation >= 0);
        }
      }
    }
  }
}

TEST_CASE("settings outside their ranges are refused") {
  std::vector<flow_layer> layers(64);
  CHECK_FALSE(gradient_flow({.depth = 0}, layers.data()));
  CHECK_FALSE(gradient_flow({.depth = 65}, layers.data()));
  CHECK_FALSE(gradient_flow({.width = 257}, layers.data()));
  CHECK_FALSE(gradient_flow({.batch = 0}, layers.data()));
  CHECK_FALSE(gradient_flow({.activation = -1}, layers.data()));
}
