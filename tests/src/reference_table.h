// The 30-digit reference as doubles.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reference/activation_table.h"
#include "ulp.h"

namespace activation_widgets::reference {

struct row {
  float x;
  double value, slope;
};

inline std::uint32_t hexadecimal(std::string_view digits) {
  std::uint32_t n = 0;
  for (const char c : digits) n = n << 4 | std::uint32_t(c <= '9' ? c - '0' : c - 'a' + 10);
  return n;
}

// 8 digits: the float towards zero; 2 more: 256ths of a unit in its last place.
inline double decoded(std::string_view digits) {
  const float towards_zero = bits_as<float>(hexadecimal(digits.substr(0, 8)));
  const double rest = hexadecimal(digits.substr(8, 2)) / 256.0 * ulp_at(towards_zero);
  return double(towards_zero) + std::copysign(rest, double(towards_zero));
}

// The rows of one function; none where the table does not know it.
inline std::vector<row> rows_of(std::string_view id) {
  constexpr std::string_view x = inputs;
  std::vector<row> rows;
  for (const function& f : functions) {
    if (f.id != id) continue;
    const std::string_view results = f.results;
    for (std::size_t i = 0; i < x.size() / 8; ++i) {
      rows.push_back({bits_as<float>(hexadecimal(x.substr(8 * i, 8))),
                      decoded(results.substr(20 * i, 10)),
                      decoded(results.substr(20 * i + 10, 10))});
    }
  }
  return rows;
}

}  // namespace activation_widgets::reference
