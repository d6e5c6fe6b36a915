// Out of memory at any allocation: the entry says so, nothing is lost, and the next call succeeds.
#include <emscripten/bind.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "failing_memory.h"

namespace {

using numbers = std::vector<double>;

// What an entry gives: its number, or the numbers of its view.
numbers call(const std::string& name, const numbers& arguments = {}) {
  for (const emscripten::entry& e : emscripten::entries()) {
    if (e.name != name) continue;
    REQUIRE(e.arguments.size() == arguments.size());
    const emscripten::result r = e.call(arguments.data());
    numbers result{r.number};
    for (std::size_t i = 0; i < r.memory.count; ++i) {
      result.push_back(r.memory.size_of_each == 8   ? static_cast<double*>(r.memory.data)[i]
                       : r.memory.size_of_each == 4 ? static_cast<float*>(r.memory.data)[i]
                                                    : static_cast<std::uint8_t*>(r.memory.data)[i]);
    }
    return result;
  }
  FAIL("no entry " << name);
  return {};
}

template <class T>
void put(const char* area, const std::vector<T>& values) {
  for (const emscripten::entry& e : emscripten::entries()) {
    if (e.name != area) continue;
    const emscripten::view v = e.call(nullptr).memory;
    REQUIRE(v.count >= values.size());
    std::memcpy(v.data, values.data(), values.size() * sizeof(T));
  }
}

constexpr int samples = 40;

void put_points() {
  std::vector<float> points;
  std::vector<std::uint8_t> labels;
  for (int i = 0; i < samples; ++i) {
    points.insert(points.end(), {float(i % 7) / 7 - 0.5f, float(i % 5) / 5 - 0.5f});
    labels.push_back(std::uint8_t(i % 2));
  }
  put("inputArea", points);
  put("labelArea", labels);
}

numbers create_network() {
  put<float>("inputArea", {2, 5, 5, 1, 2, 2, 0, 0});
  // residual, init, seed, loss, optimizer, rate, momentum, beta1, beta2, l1, l2, batch
  return call("networkCreate", {4, 0, 2, 42, 0, 4, 0.05, 0.9, 0.9, 0.999, 0, 0, 16});
}

numbers train(double handle, double count, double steps) {
  put_points();
  return call("networkTrain", {handle, count, steps});
}

// A network and a flow that were there before: what they go on to give tells whether anything of
// theirs was lost.
struct witnesses {
  double network = create_network()[0];
  double flow = call("flowCreate", {1, 0, 6, 0, 0, 7, 9})[0];

  witnesses() {
    train(network, samples, 3);
    call("flowBegin", {flow, 12});
  }
  // Ends them as well.
  numbers testimony() {
    numbers all = train(network, samples, 4);
    for (const double x : call("networkParameters", {network})) all.push_back(x);
    while (call("flowAdvance", {flow, 5})[0] == 0) {
    }
    for (const double x : call("flowResult", {flow})) all.push_back(x);
    call("networkDispose", {network});
    call("flowDispose", {flow});
    return all;
  }
};

struct scenario {
  const char* name;
  numbers (*run)(witnesses&);
  bool (*refused)(const numbers&);
};

// The areas only grow: each time more is asked for than ever before.
double more_room() {
  static double room = 4096;
  return room += 64;
}

const scenario scenarios[] = {
    {"reserve",
     [](witnesses&) {
       const double n = more_room();
       return call("reserve", {n, n, n});
     },
     [](const numbers& r) { return r[0] == 0; }},
    {"networkCreate",
     [](witnesses&) {
       const numbers handle = create_network();
       if (handle[0] <= 0) return handle;
       numbers parameters = call("networkParameters", handle);
       call("networkDispose", handle);
       return parameters;
     },
     [](const numbers& r) { return r.size() == 1 && r[0] == 0; }},
    // The order of more samples than before.
    {"networkTrain",
     [](witnesses& w) {
       const numbers r = train(w.network, samples - 8, 0);
       return numbers{r[3], r[4]};
     },
     [](const numbers& r) { return r[1] == 1; }},
    {"gradientFlow", [](witnesses&) { return call("gradientFlow", {1, 0, 7, 6, 0, 0, 3, 8}); },
     [](const numbers& r) { return r.size() == 1; }},
    // With a source of its own, and with one that the witness has too.
    {"flowCreate",
     [](witnesses&) {
       const numbers handle = call("flowCreate", {2, 0, 7, 0, 0, 8, 9});
       if (handle[0] > 0) call("flowDispose", handle);
       return numbers{double(handle[0] > 0)};
     },
     [](const numbers& r) { return r[0] == 0; }},
    {"flowCreate, sharing",
     [](witnesses&) {
       const numbers handle = call("flowCreate", {2, 0, 6, 0, 0, 7, 9});
       if (handle[0] > 0) call("flowDispose", handle);
       return numbers{double(handle[0] > 0)};
     },
     [](const numbers& r) { return r[0] == 0; }},
};

numbers undisturbed() {
  witnesses w;
  return w.testimony();
}

}  // namespace

TEST_CASE(
    "whichever allocation fails: the entry says so, nothing is lost, and the next call succeeds") {
  call("reserve", {4096, 4096, 4096});
  const numbers expected = undisturbed();
  for (const scenario& s : scenarios) {
    CAPTURE(s.name);
    const std::size_t held = failing_memory::held();
    long allocations = 0;
    numbers good;
    {
      witnesses w;
      failing_memory::fail_at(0);
      good = s.run(w);
      allocations = failing_memory::asked();
      CHECK_FALSE(s.refused(good));
      w.testimony();
    }
    CHECK(allocations > 0);
    for (long n = 1; n <= allocations; ++n) {
      CAPTURE(n);
      witnesses w;
      failing_memory::fail_at(n);
      const numbers refused = s.run(w);
      failing_memory::fail_at(0);
      CHECK(s.refused(refused));
      call("reserve", {4096, 4096, 4096});  // a refused area is empty until it is asked for again
      CHECK(w.testimony() == expected);
      witnesses again;
      CHECK(s.run(again) == good);
      again.testimony();
    }
    CHECK(failing_memory::held() == held);
  }
}

TEST_CASE("with no memory at all, everything that is open goes on") {
  call("reserve", {4096, 4096, 4096});
  const auto go_on = [](bool failing) {
    witnesses w;
    numbers all;
    const auto add = [&](const numbers& more) { all.insert(all.end(), more.begin(), more.end()); };
    const double n = w.network, count = samples;
    put_points();
    failing_memory::fail_at(failing ? failing_memory::always : 0);
    add(call("networkLoss", {n, count}));
    add(call("networkAccuracy", {n, count}));
    add(call("networkGradients", {n, count}));
    add(call("networkStatistics", {n, count}));
    call("networkPredict", {n, count});
    numbers predicted = call("outputArea");
    predicted.resize(1 + samples);
    add(predicted);
    call("networkActivations", {n, 1, count});
    call("networkPredictGrid", {n, -1, 1, -1, 1, 8, 8, 0, 8});
    call("networkActivationsGrid", {n, 1, -1, 1, -1, 1, 8, 8, 0, 8});
    call("networkRegionsGrid", {n, -1, 1, -1, 1, 8, 8, 0, 8});
    add(call("networkKinkLines", {n, -1, 1, -1, 1}));
    add(call("contour", {6, 6, 0}));
    add(call("widest", {20, 2}));
    add(call("neuronPass", {2, 0.1, 42, 60}));
    add(call("planeRandom", {3, 4}));
    add(call("planeStages", {4, 2, 0, 1}));
    add(call("planeCollapse", {4}));
    add(call("slopeProducts", {0.25, 9}));
    CHECK(failing_memory::asked() == 0);
    failing_memory::fail_at(0);
    add(w.testimony());
    return all;
  };
  const numbers expected = go_on(false);
  CHECK(go_on(true) == expected);
}

TEST_CASE("hostile sizes are refused before anything is allocated") {
  failing_memory::fail_at(0);
  constexpr double infinite = std::numeric_limits<double>::infinity();
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double size : {-1.0, -1e308, nan, infinite, 1e308, 67108865.0, 4294967296.0}) {
    CAPTURE(size);
    CHECK(call("reserve", {size, 0, 0})[0] == 0);
    CHECK(call("reserve", {0, size, 0})[0] == 0);
    CHECK(call("reserve", {0, 0, size})[0] == 0);
  }
  put<float>("inputArea", {2, 257, 1, 0, 0});
  CHECK(call("networkCreate", {3, 0, 2, 42, 0, 4, 0.05, 0.9, 0.9, 0.999, 0, 0, 16})[0] < 0);
  for (const double widths : {-1.0, 0.0, 1.0, 66.0, 2147483647.0}) {
    CHECK(call("networkCreate", {widths, 0, 2, 42, 0, 4, 0.05, 0.9, 0.9, 0.999, 0, 0, 16})[0] < 0);
  }
  for (const double batch : {0.0, -1.0, 1048577.0, 2147483647.0}) {
    put<float>("inputArea", {2, 5, 1, 0, 0});
    CHECK(call("networkCreate", {3, 0, 2, 42, 0, 4, 0.05, 0.9, 0.9, 0.999, 0, 0, batch})[0] < 0);
  }
  for (const numbers& flow : {numbers{0, 0, 257, 0, 0, 1, 8}, numbers{0, 0, 8, 0, 0, 1, 1025},
                              numbers{17, 0, 8, 0, 0, 1, 8}, numbers{0, nan, 8, 0, 0, 1, 8}}) {
    const std::size_t held = failing_memory::held();
    CHECK(call("flowCreate", flow)[0] == 0);
    CHECK(failing_memory::held() == held);
  }
  failing_memory::fail_at(0);
  CHECK(call("gradientFlow", {0, 0, 65, 8, 0, 0, 1, 8}).size() == 1);
  CHECK(call("gradientFlow", {0, 0, 8, 8, 0, 0, 1, -1}).size() == 1);
  CHECK(call("csvRead", {-5, 1})[0] == -1);
  CHECK(call("csvRead", {2147483647, 1})[0] == -1);
  CHECK(call("dataset", {0, 2147483647, 0.1, 1, 2}).size() == 1);
  CHECK(failing_memory::asked() == 0);
}
