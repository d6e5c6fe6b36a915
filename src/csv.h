// Labelled points of the plane from text: rows of two numbers and a class, separated by semicolons,
// tabs, commas or blanks; the first of these that a row has is its separator, or several are.
// Between semicolons or tabs a comma is a decimal one. Read in portions, as a file of any size is.
#pragma once

#include <cstddef>
#include <cstdint>

namespace activation_widgets {

class csv_reader {
 public:
  static constexpr int max_classes = 2;
  static constexpr std::size_t max_line = 4096, max_faults = 5;

  // What is wrong with a row that was left out.
  enum class fault : std::uint8_t {
    none,
    columns,   // not two numbers and a class
    number,    // one of the first two is no finite number
    classes,   // a third class
    too_long,  // a line of more than max_line bytes
    words,     // neither of the first two is one: a header if it comes first, else as `number`
  };
  struct bad_row {
    std::size_t line;  // from 1 on
    fault what;
  };

  // Reads a portion. Writes x and y of each good row that ends in it to `points`, and its class to
  // `labels`; there must be room for one row in every six bytes, and one more. `last` also ends the
  // last line. Returns the number of rows written.
  std::size_t read(const char* text, std::size_t size, bool last, float* points,
                   std::uint8_t* labels);

  // Of all portions so far.
  std::size_t rows = 0, bad_rows = 0;
  bad_row first_bad[max_faults] = {};
  bool header = false;  // the first row held neither of its numbers, and was skipped
  int classes = 0;
  char names[max_classes][max_line + 1] = {};  // in the order they came
  double min[2] = {}, max[2] = {};             // of x and y

 private:
  fault take(const char* begin, const char* end, float* point, std::uint8_t* label);
  int class_of(const char* begin, const char* end);
  void end_line(const char* begin, const char* end, float* points, std::uint8_t* labels,
                std::size_t& count);

  char rest_[max_line] = {};  // of a line whose end has not come yet
  std::size_t rest_size_ = 0;
  bool overflown_ = false;
  std::size_t line_ = 0;
};

}  // namespace activation_widgets
