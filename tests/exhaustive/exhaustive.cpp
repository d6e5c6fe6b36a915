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
  worst_error value, slope, network, network_slope;
  void merge(const findings& other) {
    value.meet(other.value.ulp, other.value.x);
    slope.meet(other.slope.ulp, other.slope.x);
    network.meet(other.network.ulp, other.network.x);
    network_slope.meet(other.network_slope.ulp, other.network_slope.x);
  }
};

// Calls sweep(x, n, findings&) with every stride-th float, in blocks, on every core.
template <class Sweep>
findings over_all_floats(std::uint64_t stride, Sweep sweep) {
  constexpr std::uint64_t block = 1 << 16, all = std::uint64_t(1) << 32;
  std::atomic<std::uint64_t> next = 0;
  std::mutex merging;
  findings total;
  const auto work = [&] {
    std::vector<float> x(block);
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

template <class A>
findings sweep_activation(std::uint64_t stride) {
  const activation& a = all_activations()[std::size_t(find_activation(A::info.id))];
  const float parameter = float(A::info.parameter.initial);
  return over_all_floats(stride, [&](const float* x, std::size_t n, findings& found) {
    std::vector<float> value(n), slope(n), network(n), network_slope(n);
    a.exact(x, value.data(), slope.data(), n, parameter);
    a.network(x, network.data(), network_slope.data(), n, parameter);
    for (std::size_t i = 0; i < n; ++i) {
      const auto wanted = oracle::at(A{}, double(x[i]), double(parameter));
      found.value.meet(ulp_error(value[i], wanted.value), x[i]);
      found.slope.meet(slope_ulp_error(A::info, x[i], slope[i], wanted.slope), x[i]);
      found.network.meet(network_ulp_error(network[i], wanted.value), x[i]);
      if (x[i] != x[i] || wanted.slope != wanted.slope) continue;
      // Of slopes learning needs only the size: absolute, in units of 2^-23.
      found.network_slope.meet(std::fabs(network_slope[i] - wanted.slope) * 0x1p23, x[i]);
    }
  });
}

findings sweep_normal(std::uint64_t stride) {
  return over_all_floats(stride, [&](const float* x, std::size_t n, findings& found) {
    std::vector<float> density(n), distribution(n);
    evaluate_normal(x, density.data(), distribution.data(), n);
    for (std::size_t i = 0; i < n; ++i) {
      found.value.meet(ulp_error(density[i], oracle::density(x[i])), x[i]);
      found.slope.meet(ulp_error(distribution[i], oracle::distribution(x[i])), x[i]);
    }
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
    out.line("| " + std::string(info.id) + " | " + out.cell(f.value, info.max_ulp) + " | " +
             out.cell(f.slope, slope_max_ulp) + " | " + out.cell(f.network, info.network_max_ulp) +
             " | " + out.cell(f.network_slope, HUGE_VAL) + " |");
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
      "Where the slope of a GELU, Swish or Mish crosses zero (-2 < x < 0), 2^-23 counts as 4.");
  out.line(
      "Network values below 2^-100 count as 0; network slopes are in units of 2^-23, absolute.\n");
  out.line("| function | value | slope | network value | network slope |");
  out.line("|---|---|---|---|---|");
  sweep_list(out, stride, static_cast<activation_list*>(nullptr));
  const findings normal = sweep_normal(stride);
  out.line("| normal density, distribution | " + out.cell(normal.value, normal_max_ulp) + " | " +
           out.cell(normal.slope, normal_max_ulp) + " | | |");
  if (out.kept()) return 0;
  std::fprintf(stderr, "A promise of src/activations.h is broken.\n");
  return 1;
}
