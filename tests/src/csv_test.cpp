#include "csv.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace activation_widgets;

namespace {

struct table {
  csv_reader reader;
  std::vector<float> points;
  std::vector<int> labels;
};

table read(const std::string& text, std::size_t portion = 1 << 20) {
  table t;
  for (std::size_t at = 0;; at += portion) {
    const std::size_t size = std::min(portion, text.size() - at);
    std::vector<float> points(2 * (size / 6 + 2));
    std::vector<std::uint8_t> labels(size / 6 + 2);
    const bool last = at + size == text.size();
    const auto count = t.reader.read(text.data() + at, size, last, points.data(), labels.data());
    t.points.insert(t.points.end(), points.begin(), points.begin() + long(2 * count));
    t.labels.insert(t.labels.end(), labels.begin(), labels.begin() + long(count));
    if (last) return t;
  }
}

}  // namespace

TEST_CASE("rows of two numbers and a class, in the separators people use") {
  const auto t = read("1,2,a\n\u22120.5; 1e-3 ;b\r\n.25\t-3.5e+2\ta\n \"4\" 5 b");
  CHECK(t.points == std::vector<float>{1, 2, -0.5f, 1e-3f, .25f, -350, 4, 5});
  CHECK(t.labels == std::vector<int>{0, 1, 0, 1});
  CHECK(t.reader.bad_rows == 0);
  CHECK(std::string(t.reader.names[1]) == "b");
  CHECK(t.reader.min[1] == -350);
  CHECK(t.reader.max[0] == 4);
}

TEST_CASE("a class may have blanks in its name, quoted or not") {
  const auto t = read("1,2,Iris setosa\n3,4,\"Iris virginica\"\n5\t6\tIris setosa\n");
  CHECK(t.points == std::vector<float>{1, 2, 3, 4, 5, 6});
  CHECK(t.labels == std::vector<int>{0, 1, 0});
  CHECK(std::string(t.reader.names[1]) == "Iris virginica");
  CHECK(read("1,2,Iris setosa\n3,4,Iris virginica").reader.classes == 2);
  // By blanks alone, a fourth word is a fourth column.
  CHECK(read("1 2 Iris setosa\n").reader.first_bad[0].what == csv_reader::fault::columns);
}

TEST_CASE("several separators in a row, and one at its end") {
  for (const char* row :
       {"1,2,a;", "1 2 a;", "1 2 a,", "1 2, a", "1 2,a", "1 2\ta", "1, 2;a", "1,\t2,\ta"}) {
    CAPTURE(row);
    const auto t = read(row);
    CHECK(t.points == std::vector<float>{1, 2});
    CHECK(std::string(t.reader.names[0]) == "a");
  }
}

TEST_CASE("between semicolons or tabs a number may have a decimal comma, elsewhere not") {
  const auto t = read("x;y;class\n1,5;-0,25;a\n\"2,5\"; 1.5 ;b\n3,5\t4,5\ta\n");
  CHECK(t.points == std::vector<float>{1.5f, -.25f, 2.5f, 1.5f, 3.5f, 4.5f});
  CHECK(t.reader.bad_rows == 0);
  CHECK(read("1,000,5;2;a\n").reader.first_bad[0].what == csv_reader::fault::number);
  CHECK(read("\"1,5\",2,a\n").reader.first_bad[0].what == csv_reader::fault::columns);
}

TEST_CASE("a header is skipped, empty lines say nothing") {
  const auto t = read("x,y,class\n\n0,0,0\n\n1,1,1\n");
  CHECK(t.reader.header);
  CHECK(t.labels.size() == 2);
  CHECK(t.reader.bad_rows == 0);
}

TEST_CASE("a first row with one of its numbers is no header, but bad") {
  const auto t = read("nan,2,a\n1,2,b\n");
  CHECK_FALSE(t.reader.header);
  CHECK(t.reader.bad_rows == 1);
  CHECK(t.reader.first_bad[0].line == 1);
  CHECK(t.reader.first_bad[0].what == csv_reader::fault::number);
  CHECK(read("1,2,a\nx,y,class\n").reader.first_bad[0].what == csv_reader::fault::number);
}

TEST_CASE("the mark that spreadsheets begin UTF-8 with is no part of the first row") {
  for (const std::size_t portion : {1, 2, 100}) {
    const auto t = read(
        "\xEF\xBB\xBF"
        "1,2,a\n3,4,b\n",
        portion);
    CHECK(t.points == std::vector<float>{1, 2, 3, 4});
    CHECK_FALSE(t.reader.header);
  }
  CHECK(read("\xEF\xBB\xBFx,y,class\n1,2,a\n").reader.header);
}

TEST_CASE("classes are told apart by their whole names") {
  const std::string long_name(100, 'k');
  const auto t = read("1,2," + long_name + "p\n3,4," + long_name + "q\n");
  CHECK(t.labels == std::vector<int>{0, 1});
  CHECK(std::string(t.reader.names[1]) == long_name + "q");
}

TEST_CASE("a bad row is left out and named, the others are kept") {
  const auto t = read("0,0,0\n1,1\n1,x,1\n1,inf,1\n2,2,2\n3,3,3\n4,4,2\n5,5,0,9\n");
  CHECK(t.labels == std::vector<int>{0, 1, 1});
  CHECK(t.reader.bad_rows == 5);
  CHECK(t.reader.first_bad[0].line == 2);
  CHECK(t.reader.first_bad[0].what == csv_reader::fault::columns);
  CHECK(t.reader.first_bad[1].what == csv_reader::fault::number);
  CHECK(t.reader.first_bad[2].what == csv_reader::fault::number);
  CHECK(t.reader.first_bad[3].line == 6);
  CHECK(t.reader.first_bad[3].what == csv_reader::fault::classes);
  CHECK(t.reader.first_bad[4].what == csv_reader::fault::columns);
}

TEST_CASE("a line too long for any number is named and skipped") {
  const auto t = read("0,0,0\n" + std::string(10000, '7') + "\n1,1,1\n");
  CHECK(t.labels.size() == 2);
  CHECK(t.reader.first_bad[0].line == 2);
  CHECK(t.reader.first_bad[0].what == csv_reader::fault::too_long);
}

TEST_CASE("the same rows, whatever the portions") {
  std::string text = "x y c\n";
  for (int i = 0; i < 50; ++i)
    text += std::to_string(i * 0.37) + "," + std::to_string(-i) + "," + (i % 3 ? "p" : "q") + "\n";
  const auto whole = read(text);
  CHECK(whole.labels.size() == 50);
  for (const std::size_t portion : {1, 2, 7, 100}) {
    const auto t = read(text, portion);
    CHECK(t.points == whole.points);
    CHECK(t.labels == whole.labels);
  }
}
