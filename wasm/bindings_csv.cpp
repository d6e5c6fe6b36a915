// Points from text, portion by portion; one text at a time.
#include <emscripten/bind.h>

#include <cstring>

#include "areas.h"
#include "csv.h"
#include "view.h"

namespace {

using activation_widgets::csv_reader;

constinit csv_reader reader;

void csv_begin() { reader = {}; }

// Bytes of `labels` to points in `output`; their classes take the place of the bytes, which come no
// later. Gives how many rows there were, -1 without room.
int csv_read(int size, bool last) {
  if (size < 0 || !areas::fits(areas::labels, size + 6.0) ||
      !areas::fits(areas::output, size / 6.0 + 2, 2)) {
    return -1;
  }
  return int(reader.read(reinterpret_cast<const char*>(areas::labels.data()), std::size_t(size),
                         last, areas::output.data(), areas::labels.data()));
}

// rows, bad rows, header, classes, x min and max, y min and max, then line and fault of each of the
// first bad rows.
emscripten::val csv_report() {
  static double numbers[8 + 2 * csv_reader::max_faults];
  double* at = numbers;
  for (const double value :
       {double(reader.rows), double(reader.bad_rows), double(reader.header), double(reader.classes),
        reader.min[0], reader.max[0], reader.min[1], reader.max[1]}) {
    *at++ = value;
  }
  for (const auto& bad : reader.first_bad) {
    *at++ = double(bad.line);
    *at++ = double(bad.what);
  }
  return view(numbers, std::size(numbers));
}

emscripten::val csv_class(int k) {
  const char* name = k >= 0 && k < csv_reader::max_classes ? reader.names[k] : "";
  return view(reinterpret_cast<const std::uint8_t*>(name), std::strlen(name));
}

}  // namespace

EMSCRIPTEN_BINDINGS(csv) {
  emscripten::function("csvBegin", &csv_begin);
  emscripten::function("csvRead", &csv_read);
  emscripten::function("csvReport", &csv_report);
  emscripten::function("csvClass", &csv_class);
}
