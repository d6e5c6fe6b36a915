#include "csv.h"

#include <cstring>

namespace activation_widgets {

namespace {

// Not inline: a field asks in five places.
[[gnu::noinline]] bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '"'; }
bool is_separator(char c) { return c == ',' || c == ';' || c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether a number or an exponent begins with a minus, as typed or as typeset. Inlined, so that
// `at` stays in a register.
[[gnu::always_inline]] inline bool take_sign(const char*& at, const char* end) {
  if (end - at > 3 && !std::memcmp(at, "\u2212", 3)) {
    at += 3;
    return true;
  }
  return at < end && (*at == '-' || *at == '+') && *at++ == '-';
}

// A decimal number, as far as a float goes: 19 digits are kept, the exponent is bounded. False if
// the text is anything else. A comma in it is a decimal one: others have separated fields.
bool parse_number(const char* at, const char* end, double& value) {
  const bool negative = take_sign(at, end);
  bool digits = false, fraction = false;
  std::uint64_t mantissa = 0;
  int exponent = 0;  // cannot overflow: a line has its bounds
  for (; at < end; ++at) {
    if ((*at == '.' || *at == ',') && !fraction) {
      fraction = true;
      continue;
    }
    if (!is_digit(*at)) break;
    digits = true;
    if (mantissa < 1'000'000'000'000'000'000u) {
      mantissa = 10 * mantissa + std::uint64_t(*at - '0');
      exponent -= fraction;
    } else {
      exponent += !fraction;
    }
  }
  if (!digits) return false;
  if (at < end && (*at == 'e' || *at == 'E')) {
    ++at;
    const bool down = take_sign(at, end);
    const char* first = at;
    int written = 0;
    for (; at < end && is_digit(*at); ++at) {
      if (written < 9999) written = 10 * written + (*at - '0');
    }
    if (at == first) return false;
    exponent += down ? -written : written;
  }
  if (at != end) return false;
  double magnitude = double(mantissa);
  for (; exponent > 0 && magnitude > 0 && magnitude <= 1e300; --exponent) magnitude *= 10;
  for (; exponent < 0 && magnitude > 0; ++exponent) magnitude /= 10;
  if (magnitude > 1e30) return false;  // squares of it must stay finite in a float's range
  value = negative ? -magnitude : magnitude;
  return true;
}

struct field {
  const char *begin, *end;
};

// Semicolon, tab or comma, the first of these that the line has, or 0. So fields may hold the later
// ones and blanks: "1,2,Iris setosa", "1,5;2,5;a".
char separator_of(const char* begin, const char* end) {
  char separator = 0;
  for (const char* at = begin; at < end && separator != ';'; ++at) {
    if (*at == ';' || *at == '\t' || (*at == ',' && !separator)) separator = *at;
  }
  return separator;
}

// The next field of the line, without blanks and quotes around it; false at the end of the line.
// A separator of 0 is any.
[[gnu::noinline]] bool next_field(const char*& position, const char* end, char separator,
                                  field& result) {
  const char* at = position;
  while (at < end && is_blank(*at)) ++at;
  if (at >= end) return false;
  result.begin = at;
  while (at < end && *at != separator && (separator || !is_separator(*at))) ++at;
  result.end = at;
  while (result.end > result.begin && is_blank(result.end[-1])) --result.end;
  while (at < end && is_blank(*at)) ++at;
  if (at < end && (separator ? *at == separator : *at == ',' || *at == ';')) ++at;
  position = at;
  return true;
}

}  // namespace

int csv_reader::class_of(const char* begin, const char* end) {
  const std::size_t size = std::size_t(end - begin);
  for (int k = 0; k < classes; ++k) {
    if (std::memcmp(names[k], begin, size) == 0 && names[k][size] == 0) return k;
  }
  if (classes == max_classes) return -1;
  std::memcpy(names[classes], begin, size);
  names[classes][size] = 0;
  return classes++;
}

csv_reader::fault csv_reader::take(const char* begin, const char* end, float* point,
                                   std::uint8_t* label) {
  field fields[4];
  int count = 0;
  // Where one separator does not make a row of it, several may: "1 2, a".
  for (char separator = separator_of(begin, end);; separator = 0) {
    count = 0;
    for (const char* at = begin; count < 4 && next_field(at, end, separator, fields[count]);)
      ++count;
    if (count == 3 || !separator) break;
  }
  if (count != 3 || fields[2].begin == fields[2].end) return fault::columns;
  double xy[2];
  int numbers = 0;
  for (int i = 0; i < 2; ++i) numbers += parse_number(fields[i].begin, fields[i].end, xy[i]);
  if (numbers < 2) return numbers ? fault::number : fault::words;
  const int known = class_of(fields[2].begin, fields[2].end);
  if (known < 0) return fault::classes;
  for (int i = 0; i < 2; ++i) {
    if (rows == 0 || xy[i] < min[i]) min[i] = xy[i];
    if (rows == 0 || xy[i] > max[i]) max[i] = xy[i];
    point[i] = float(xy[i]);
  }
  *label = std::uint8_t(known);
  return fault::none;
}

void csv_reader::end_line(const char* begin, const char* end, float* points, std::uint8_t* labels,
                          std::size_t& count) {
  // Spreadsheets begin UTF-8 with a mark, which is no part of the first number.
  if (++line_ == 1 && end - begin >= 3 && !std::memcmp(begin, "\xEF\xBB\xBF", 3)) begin += 3;
  const char* rest = begin;
  field any;
  if (!overflown_ && !next_field(rest, end, 0, any)) return;  // an empty line says nothing
  fault what = overflown_ ? fault::too_long : take(begin, end, points + 2 * count, labels + count);
  overflown_ = false;
  if (what == fault::none) {
    ++rows;
    ++count;
  } else if (what == fault::words && rows == 0 && bad_rows == 0 && !header) {
    header = true;
  } else {
    if (what == fault::words) what = fault::number;
    if (bad_rows < max_faults) first_bad[bad_rows] = {line_, what};
    ++bad_rows;
  }
}

std::size_t csv_reader::read(const char* text, std::size_t size, bool last, float* points,
                             std::uint8_t* labels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (text[i] == '\n') {
      end_line(rest_, rest_ + rest_size_, points, labels, count);
      rest_size_ = 0;
    } else if (rest_size_ < max_line) {
      rest_[rest_size_++] = text[i];
    } else {
      overflown_ = true;
    }
  }
  if (last && (rest_size_ || overflown_)) {
    end_line(rest_, rest_ + rest_size_, points, labels, count);
    rest_size_ = 0;
  }
  return count;
}

}  // namespace activation_widgets
