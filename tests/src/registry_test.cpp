#include "registry.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "exhaustive/oracle.h"
#include "reference_table.h"
#include "ulp.h"

using namespace activation_widgets;

TEST_CASE("the registry lists every activation once, in the order of the list") {
  const auto all = all_activations();
  CHECK(all.size() == std::tuple_size_v<activation_list>);
  std::set<std::string> ids, names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    ids.insert(all[i].info->id);
    names.insert(all[i].info->name);
    CHECK(find_activation(all[i].info->id) == int(i));
  }
  CHECK(ids.size() == all.size());
  CHECK(names.size() == all.size());
}

TEST_CASE("an unknown id is not found") {
  CHECK(find_activation("") == -1);
  CHECK(find_activation("relu6") == -1);
  CHECK(find_activation("Tanh") == -1);
}

TEST_CASE("facts of activations are complete and consistent") {
  for (const activation& a : all_activations()) {
    const activation_info& info = *a.info;
    CAPTURE(info.id);
    for (const char* text : {info.id, info.name, info.formula, info.slope_formula, info.source}) {
      CHECK(std::string(text) != "");
      CHECK(std::string(text).find('\n') == std::string::npos);  // they travel one a line
    }
    CHECK(info.lower < info.upper);
    CHECK(info.max_ulp <= info.network_max_ulp);
    const parameter_info& p = info.parameter;
    if (*p.name) {
      CHECK(p.min < p.max);
      CHECK((p.min <= p.initial && p.initial <= p.max));
    } else {
      CHECK(!p.learnable);
    }
  }
}

TEST_CASE("promises hold what was asked: 2 ULP for sigmoid, tanh and swish, 3 for the rest") {
  for (const activation& a : all_activations()) {
    const std::string id = a.info->id;
    CAPTURE(id);
    CHECK(a.info->max_ulp <= (id == "sigmoid" || id == "tanh" || id == "swish" ? 2 : 3));
  }
}

TEST_CASE("the normal density and distribution are within their promise, tails included") {
  const auto rows = reference::rows_of("gaussian");
  REQUIRE(rows.size() > 400);
  for (const auto& row : rows) {
    float pdf, cdf;
    evaluate_normal(&row.x, &pdf, &cdf, 1);
    CAPTURE(row.x, row.value, row.slope);
    CHECK(ulp_error(pdf, row.value) <= normal_max_ulp + 1 / 256.);
    CHECK(ulp_error(cdf, row.slope) <= normal_max_ulp + 1 / 256.);
  }
  for_floats(65'513, [](float x) {
    float pdf, cdf;
    evaluate_normal(&x, &pdf, &cdf, 1);
    const bool holds = ulp_error(pdf, oracle::density(x)) <= normal_max_ulp &&
                       ulp_error(cdf, oracle::distribution(x)) <= normal_max_ulp;
    CAPTURE(x, pdf, cdf);
    if (!holds) CHECK(holds);
  });
}

TEST_CASE("the normal loop gives the same bits at every length") {
  std::vector<float> x, pdf(41), cdf(41);
  for (int i = 0; i < 41; ++i) x.push_back(0.7f * float(i - 20));
  for (std::size_t n = 0; n <= x.size(); ++n) {
    evaluate_normal(x.data(), pdf.data(), cdf.data(), n);
    for (std::size_t i = 0; i < n; ++i) {
      float one_pdf, one_cdf;
      evaluate_normal(&x[i], &one_pdf, &one_cdf, 1);
      REQUIRE(pdf[i] == one_pdf);
      REQUIRE(cdf[i] == one_cdf);
    }
  }
}
