// Sweeps all 2^32 inputs of every function and writes what it found to src/accuracy.md.
//
//   exhaustive [output [stride]]      a stride of 1, the default, skips nothing
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "exhaustive/oracle.h"
#include "exhaustive/promise.h"
#include "registry.h"
#include "ulp.h"

namespace {

using namespace activation_widgets;

struct findings {
  worst_error value, slope, network;
  void merge(const findings& other) {
    value.meet(other.value.ulp, other.value.x);
    slope.meet(other.slope.ulp, other.slope.x);
    network.meet(other.network.ulp, other.network.x);
  }
};

constexpr std::size_t block_size = 1 << 12;

// Calls sweep(x, n, findings&) with every stride-th float, in blocks, on every core.
template <class Sweep>
findings over_all_floats(std::uint64_t stride, Sweep sweep) {
  constexpr std::uint64_t block = block_size, all = std::uint64_t(1) << 32;
  std::atomic<std::uint64_t> next = 0;
  std::mutex merging;
  findings total;
  const auto work = [&] {
    std::vector<float> x(block);  // a multiple of four, so that whole vectors fit
    findings mine;
    for (;;) {
      const std::uint64_t first = next.fetch_add(block * stride);
      if (first >= all) break;
      std::size_t n = 0;
      for (std::uint64_t p = first; n < block && p < all; p += stride) {
        x[n++] = bits_as<float>(std::uint32_t(p));
      }
      sweep(x.data(), n, mine);
    }
    const std::lock_guard lock(merging);
    total.merge(mine);
  };
  std::vector<std::thread> threads(std::max(1u, std::thread::hardware_concurrency()));
  for (std::thread& t : threads) t = std::thread(work);
  for (std::thread& t : threads) t.join();
  return total;
}

// The results of one block and what they ought to be, so that errors can be told four at a time.
struct block_of {
  float got[block_size];
  double wanted[block_size];
};

// The largest error of a block by `measure(x, got, wanted)`, which is branch-free for the finite
// values nearly all blocks have; where a block may beat the worst, it is gone through one by one.
template <class Rough, class Measure>
void meet_all(worst_error& worst, const float* x, const block_of& block, std::size_t n, Rough rough,
              Measure measure) {
  double largest = 0;
  bool odd = false;
  for (std::size_t i = 0; i < n; ++i) {
    const double error = rough(block.got[i], block.wanted[i]);
    largest = error > largest ? error : largest;
    odd |= !(error <= 1e300);
  }
  if (!odd && largest <= worst.ulp) return;
  for (std::size_t i = 0; i < n; ++i) {
    worst.meet(measure(x[i], block.got[i], block.wanted[i]), x[i]);
  }
}

// At least the error in ULP, without a branch.
inline double at_least_ulp_error(float got, double wanted) {
  const double magnitude = std::max(std::fabs(wanted), 0x1p-126);
  const std::uint64_t exponent = bits_as<std::uint64_t>(magnitude) >> 52;
  return std::fabs(got - wanted) * bits_as<double>((std::uint64_t(2046 + 23) - exponent) << 52);
}

template <class A>
findings sweep_activation(std::uint64_t stride) {
  const activation& a = all_activations()[std::size_t(find_activation(A::info.id))];
  const float parameter = float(A::info.parameter.initial);
  const bool has_own = a.network != a.loop;
  return over_all_floats(stride, [&](const float* x, std::size_t n, findings& found) {
    static thread_local block_of value, slope, network;
    evaluate(a, x, value.got, slope.got, n, parameter);
    for (std::size_t i = 0; i < n; ++i) {
      const auto wanted = oracle::at(A{}, double(x[i]), double(parameter));
      value.wanted[i] = network.wanted[i] = wanted.value;
      slope.wanted[i] = wanted.slope;
    }
    const auto exactly = [](float, float got, double wanted) { return ulp_error(got, wanted); };
    meet_all(found.value, x, value, n, at_least_ulp_error, exactly);
    meet_all(found.slope, x, slope, n, at_least_ulp_error, [](float at, float got, double wanted) {
      return slope_ulp_error(A::info, at, got, wanted);
    });
    if (!has_own) return;
    a.network(x, network.got, nullptr, (n + 3) / 4 * 4, parameter);
    meet_all(found.network, x, network, n, at_least_ulp_error, exactly);
  });
}

findings sweep_normal(std::uint64_t stride) {
  return over_all_floats(stride, [](const float* x, std::size_t n, findings& found) {
    static thread_local block_of density, distribution;
    evaluate_normal(x, density.got, distribution.got, n);
    for (std::size_t i = 0; i < n; ++i) {
      density.wanted[i] = oracle::density(x[i]);
      distribution.wanted[i] = oracle::distribution(x[i]);
    }
    const auto exactly = [](float, float got, double wanted) { return ulp_error(got, wanted); };
    meet_all(found.value, x, density, n, at_least_ulp_error, exactly);
    meet_all(found.slope, x, distribution, n, at_least_ulp_error, exactly);
  });
}

class table {
 public:
  explicit table(const char* path) : file_(std::fopen(path, "w")) {
    if (!file_) std::perror(path), std::exit(1);
  }
  ~table() { std::fclose(file_); }
  void line(const std::string& text) {
    for (FILE* out : {stdout, file_}) std::fprintf(out, "%s\n", text.c_str()), std::fflush(out);
  }
  bool kept() const { return kept_; }
  std::string cell(worst_error worst, double promise) {
    char text[64];
    const bool holds = worst.ulp <= promise;
    kept_ = kept_ && holds;
    // Rounded up, so that the table never promises more than was found.
    std::snprintf(text, sizeof text, worst.ulp == 0 ? "0" : "%s%.3f at %.9g",
                  holds ? "" : "**broken** ", std::ceil(worst.ulp * 1000) / 1000, double(worst.x));
    return text;
  }

 private:
  FILE* file_;
  bool kept_ = true;
};

template <class... A>
void sweep_list(table& out, std::uint64_t stride, std::tuple<A...>*) {
  const auto row = [&]<class B>(B) {
    const findings f = sweep_activation<B>(stride);
    const activation_info& info = B::info;
    out.line(
        "| " + std::string(info.id) + " | " + out.cell(f.value, info.max_ulp) + " | " +
        out.cell(f.slope, slope_max_ulp) + " | " +
        (info.network_max_ulp == info.max_ulp ? "" : out.cell(f.network, info.network_max_ulp)) +
        " |");
  };
  (row(A{}), ...);
}

}  // namespace

int main(int count, char** arguments) {
  const char* path = count > 1 ? arguments[1] : "src/accuracy.md";
  const std::uint64_t stride = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  table out(path);
  out.line("# Accuracy\n");
  out.line(
      "The largest errors over all 2^32 floats, with the parameter as it starts, and where they");
  out.line("are met. Made by `npm run verify:exhaustive`; change that, not this file.\n");
  out.line(
      "Units are those of the last place of the right result (ULP); 0.5 is a perfect rounding.");
  out.line(
      "Where the slope of a GELU, Swish or Mish crosses zero (-2 < x < 0), 2^-23 counts as 4. "
      "Slopes");
  out.line("below 2^-126 may be 0. Networks evaluate tanh by a faster kernel of its own.\n");
  out.line("| function | value | slope | value in networks |");
  out.line("|---|---|---|---|");
  sweep_list(out, stride, static_cast<activation_list*>(nullptr));
  const findings normal = sweep_normal(stride);
  out.line("| normal density, distribution | " + out.cell(normal.value, normal_max_ulp) + " | " +
           out.cell(normal.slope, normal_max_ulp) + " | |");
  if (out.kept()) return 0;
  std::fprintf(stderr, "A promise of src/activations.h is broken.\n");
  return 1;
}
