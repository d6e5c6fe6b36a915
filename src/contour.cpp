#include "boundary.h"

namespace activation_widgets {
namespace {

enum side { top, right, bottom, left };

constexpr std::uint8_t visited_across = 1, visited_down = 2;

// The cell (column, row) has the pixels (column, row) … (column + 1, row + 1) as its corners. The
// contour enters and leaves through its sides; a side belongs to two cells and is visited once.
class tracer {
 public:
  tracer(const float* values, std::size_t width, std::size_t height, float level,
         std::uint8_t* visited, float* result, std::size_t capacity)
      : values_(values),
        width_(width),
        height_(height),
        level_(level),
        visited_(visited),
        result_(result),
        capacity_(capacity) {
    std::memset(visited, 0, width * height);
  }

  std::size_t run() {
    if (width_ < 2 || height_ < 2) return 0;
    const std::size_t last_column = width_ - 2, last_row = height_ - 2;
    // Lines that begin at the edge of the picture first; what is left are closed ones.
    for (std::size_t c = 0; c <= last_column; ++c) {
      trace(c, 0, top);
      trace(c, last_row, bottom);
    }
    for (std::size_t r = 0; r <= last_row; ++r) {
      trace(0, r, left);
      trace(last_column, r, right);
    }
    for (std::size_t r = 1; r <= last_row; ++r) {
      for (std::size_t c = 0; c <= last_column; ++c) trace(c, r, top);
    }
    return used_ + missed_;
  }

 private:
  float value(std::size_t c, std::size_t r) const { return values_[r * width_ + c]; }
  bool above(std::size_t c, std::size_t r) const { return value(c, r) > level_; }

  // Where a side begins, going right or down.
  struct edge {
    std::size_t column, row;
    bool across;
  };
  static edge edge_of(std::size_t c, std::size_t r, side s) {
    return {c + (s == right), r + (s == bottom), s == top || s == bottom};
  }

  bool crosses(std::size_t c, std::size_t r, side s) const {
    const edge e = edge_of(c, r, s);
    return above(e.column, e.row) != above(e.column + e.across, e.row + !e.across);
  }

  std::uint8_t& visits(const edge& e) { return visited_[e.row * width_ + e.column]; }
  static std::uint8_t mark(const edge& e) { return e.across ? visited_across : visited_down; }

  void add_vertex(const edge& e) {
    const float a = value(e.column, e.row), b = value(e.column + e.across, e.row + !e.across);
    float along = (level_ - a) / (b - a);
    if (!(along >= 0 && along <= 1)) along = 0.5f;  // next to an infinity or NaN
    if (end_ + 2 <= capacity_) {
      result_[end_] = float(e.column) + 0.5f + (e.across ? along : 0);
      result_[end_ + 1] = float(e.row) + 0.5f + (e.across ? 0 : along);
    }
    end_ += 2;
  }

  // The side through which the line that entered the cell by `entry` leaves it.
  side exit(std::size_t c, std::size_t r, side entry) const {
    side others[3];
    int found = 0;
    for (const side s : {top, right, bottom, left}) {
      if (s != entry && crosses(c, r, s)) others[found++] = s;
    }
    if (found == 1) return others[0];
    // A saddle: the corners that agree with the middle are joined, the other two cut off.
    const float mean =
        (value(c, r) + value(c + 1, r) + value(c, r + 1) + value(c + 1, r + 1)) * 0.25f;
    const bool cut_top_left = (mean > level_) != above(c, r);
    switch (entry) {
      case top:
        return cut_top_left ? left : right;
      case left:
        return cut_top_left ? top : bottom;
      case right:
        return cut_top_left ? bottom : top;
      case bottom:
        return cut_top_left ? right : left;
    }
    return entry;
  }

  void trace(std::size_t c, std::size_t r, side entry) {
    const edge first = edge_of(c, r, entry);
    if (!crosses(c, r, entry) || visits(first) & mark(first)) return;
    end_ = used_ + 1;
    add_vertex(first);
    visits(first) |= mark(first);
    for (;;) {
      const side out = exit(c, r, entry);
      const edge e = edge_of(c, r, out);
      add_vertex(e);
      if (visits(e) & mark(e)) break;  // back where it began
      visits(e) |= mark(e);
      if (out == top      ? r == 0
          : out == left   ? c == 0
          : out == bottom ? r + 2 == height_
                          : c + 2 == width_) {
        break;
      }
      if (out == top) --r, entry = bottom;
      if (out == bottom) ++r, entry = top;
      if (out == left) --c, entry = right;
      if (out == right) ++c, entry = left;
    }
    if (end_ > capacity_) {
      missed_ += end_ - used_;
      return;
    }
    result_[used_] = float((end_ - used_ - 1) / 2);
    used_ = end_;
  }

  const float* values_;
  std::size_t width_, height_;
  float level_;
  std::uint8_t* visited_;
  float* result_;
  std::size_t capacity_, used_ = 0, end_ = 0, missed_ = 0;
};

}  // namespace

std::size_t contour(const float* values, std::size_t width, std::size_t height, float level,
                    std::uint8_t* visited, float* result, std::size_t capacity) {
  return tracer(values, width, height, level, visited, result, capacity).run();
}

}  // namespace activation_widgets
