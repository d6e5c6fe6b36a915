// A case is a few calls of what wasm/bindings*.cpp bind, in any order, with any numbers, and with
// anything in the areas. AddressSanitizer and UndefinedBehaviorSanitizer are the judges, and every
// view handed out is read to its end.
//
//   fuzz_boundary --subject=network --calls=1000000 --report=FILE [libFuzzer's own options]
//
// ends once every entry whose name begins with that word (networkTrain, …) has had so many calls,
// and writes how many each had. --list names the subjects there are.
#include <emscripten/bind.h>

#include <cstdio>
#include <cstdlib>

#include "rules.h"

using emscripten::entry, emscripten::kind;

namespace {

std::string subject_name, report_file;
unsigned long wanted = 0;

struct subject {
  const entry* called;
  unsigned long calls = 0;
};
std::vector<subject> subjects;
std::map<std::string, const entry*> by_name;

// What is open. Most calls go there; a network too large for a million calls only comes and goes.
struct open_network {
  int handle, inputs;
  bool large;
};
std::vector<open_network> networks;
struct open_flow {
  int handle;
  bool begun;
};
std::vector<open_flow> flows;

// Here and there, and the last byte: what lies beyond a block is poisoned.
volatile unsigned char seen;
void read_to_the_end(const emscripten::view& v) {
  const auto* bytes = static_cast<const unsigned char*>(v.data);
  const std::size_t size = v.count * v.size_of_each;
  for (std::size_t i = 0; i < size; i += 256) seen = bytes[i];
  if (size > 0) seen = bytes[size - 1];
}

emscripten::result call(const entry& e, const fuzz::numbers& arguments) {
  const emscripten::result r = e.call(arguments.data());
  read_to_the_end(r.memory);
  return r;
}

emscripten::result call(const char* name, const fuzz::numbers& arguments = {}) {
  return call(*by_name.at(name), arguments);
}

float single(FuzzedDataProvider& data) {
  const double x = fuzz::real(data);
  return std::abs(x) > 3.4e38 && x - x == 0 ? 0 : float(x);
}

void fill(FuzzedDataProvider& data, const emscripten::view& v, std::size_t most) {
  const std::size_t n = v.count < most ? v.count : most;
  for (std::size_t i = 0; i < n && data.remaining_bytes() > 0; ++i) {
    if (v.size_of_each == 8) static_cast<double*>(v.data)[i] = fuzz::real(data);
    if (v.size_of_each == 4) static_cast<float*>(v.data)[i] = single(data);
    if (v.size_of_each == 1) {
      static_cast<unsigned char*>(v.data)[i] = data.ConsumeIntegral<unsigned char>();
    }
  }
}

// Text that is nearly a table, so that more than its first line is read.
void fill_text(FuzzedDataProvider& data, const emscripten::view& v) {
  constexpr const char* pieces[] = {"1",   "-2.5",    "3e4",      "nan",  ",", ";",
                                    "\t",  " ",       "\r\n",     "\n",   "a", "\"b\"",
                                    "x,y", "1,2,a\n", "\xc3\xa9", "0x1p3"};
  auto* to = static_cast<char*>(v.data);
  std::size_t used = 0;
  while (data.remaining_bytes() > 0 && used + 8 < v.count) {
    const std::string piece = pieces[data.ConsumeIntegralInRange(0, 15)];
    const int times = data.ConsumeIntegralInRange(0, 99) ? 1 : 3000;
    for (int i = 0; i < times && used + 8 < v.count; ++i) {
      std::memcpy(to + used, piece.data(), piece.size());
      used += piece.size();
    }
  }
}

fuzz::numbers arguments_of(const entry& e, FuzzedDataProvider& data) {
  fuzz::numbers arguments;
  for (const kind k : e.arguments) {
    switch (k) {
      case kind::whole:
        arguments.push_back(fuzz::whole(data));
        break;
      case kind::natural:
        arguments.push_back(data.ConsumeIntegral<std::uint32_t>());
        break;
      case kind::single:
        arguments.push_back(single(data));
        break;
      case kind::real:
        arguments.push_back(fuzz::real(data));
        break;
      case kind::truth:
        arguments.push_back(data.ConsumeBool());
        break;
    }
  }
  for (const auto* limits : {&fuzz::promises(), &fuzz::costs()}) {
    const auto found = limits->find(e.name);
    if (found == limits->end()) continue;
    for (const fuzz::promise& p : found->second) {
      double& x = arguments[p.argument];
      if (!(x >= p.least && x <= p.most)) x = data.ConsumeIntegralInRange(p.least, p.most);
    }
  }
  return arguments;
}

// The first word of a name: networkTrain → network.
std::string subject_of(const std::string& name) {
  std::size_t end = 0;
  while (end < name.size() && name[end] >= 'a') ++end;
  return name.substr(0, end);
}

bool starts_with(const std::string& text, const char* start) { return text.rfind(start, 0) == 0; }

// Room of this many is asked for, besides sizes nobody may have.
void bound_room(fuzz::numbers& arguments) {
  for (double& x : arguments) {
    if (x > 2048 && x <= double(1 << 26)) x = 2048;
  }
}

void create_network(const entry& e, FuzzedDataProvider& data, fuzz::numbers arguments) {
  call("reserve", {256, 64, 64});
  const emscripten::view input = call("inputArea").memory;
  auto* numbers = static_cast<float*>(input.data);
  const bool large = data.ConsumeIntegralInRange(0, 4095) == 0;
  const int layers = data.ConsumeIntegralInRange(1, large ? 9 : 5);
  const bool sound = data.ConsumeIntegralInRange(0, 3) != 0;
  if (sound) arguments[0] = layers + 1;
  if (arguments[0] > 66) arguments[0] = 66;
  const int widths = arguments[0] < 0 ? 0 : int(arguments[0]);
  for (int i = 0; i < widths; ++i) {
    numbers[i] = float(large    ? data.ConsumeIntegralInRange(100, 257)
                       : i == 0 ? data.ConsumeIntegralInRange(1, 3)
                                : data.ConsumeIntegralInRange(int(sound), 12));
  }
  if (sound && data.ConsumeBool()) numbers[layers] = 1;
  for (int i = 0; i < widths - 2; ++i) {
    numbers[widths + i] = float(data.ConsumeIntegralInRange(sound ? 0 : -1, sound ? 16 : 20));
    numbers[widths + widths - 2 + i] = sound ? 0.25f : single(data);
  }
  if (sound) {
    const bool one = numbers[layers] == 1;
    arguments[2] = data.ConsumeIntegralInRange(0, 6);
    arguments[4] = data.ConsumeBool() ? 2 : one ? 0 : 1;
    arguments[5] = data.ConsumeIntegralInRange(0, 4);
    arguments[6] = data.ConsumeBool() ? 0.03 : 1e30;
    for (int i = 7; i < 10; ++i) arguments[i] = 0.9;
    for (int i = 10; i < 12; ++i) arguments[i] = data.ConsumeBool() ? 0 : 0.01;
    arguments[12] = data.ConsumeIntegralInRange(1, 70);
  }
  const int inputs = widths > 0 ? int(numbers[0]) : 0;
  const double handle = call(e, arguments).number;
  if (handle > 0) networks.push_back({int(handle), inputs, large});
}

// Calls an entry, unless web/core would not: with a handle of a gradient flow that is not open.
bool try_call(const entry& e, FuzzedDataProvider& data) {
  fuzz::numbers arguments = arguments_of(e, data);
  if (e.name == "reserve") bound_room(arguments);
  if (e.name == "networkCreate") return create_network(e, data, arguments), true;
  if (starts_with(e.name, "network") && !networks.empty() && data.ConsumeIntegralInRange(0, 15)) {
    const auto which =
        networks.begin() + data.ConsumeIntegralInRange<long>(0, long(networks.size()) - 1);
    const open_network n = *which;
    if (n.large && e.name != "networkDispose" && e.name != "networkParameterCount") return false;
    arguments[0] = n.handle;
    if (e.name == "networkDispose") networks.erase(which);
    // Points, where there are any: the areas limit how many.
    if (arguments.size() == 2) arguments[1] = data.ConsumeIntegralInRange(-1, 80);
  }
  if (starts_with(e.name, "flow")) {
    if (e.name == "flowCreate") {
      const double handle = call(e, arguments).number;
      if (handle > 0) flows.push_back({int(handle), false});
      return true;
    }
    if (flows.empty()) return false;
    const auto which = flows.begin() + data.ConsumeIntegralInRange<long>(0, long(flows.size()) - 1);
    if (e.name == "flowBegin") which->begun = true;
    if (e.name != "flowDispose" && !which->begun) return false;
    arguments[0] = which->handle;
    if (e.name == "flowDispose") flows.erase(which);
  }
  call(e, arguments);
  return true;
}

// Networks that a wild handle hit are gone already: disposing twice is allowed.
void close_all() {
  for (const open_network& n : networks) call("networkDispose", {double(n.handle)});
  networks.clear();
  for (const open_flow& flow : flows) call("flowDispose", {double(flow.handle)});
  flows.clear();
}

void end_if_enough() {
  for (const subject& s : subjects) {
    if (s.calls < wanted) return;
  }
  std::FILE* report = std::fopen(report_file.c_str(), "w");
  std::fprintf(report, "{");
  const char* comma = "";
  for (const subject& s : subjects) {
    std::fprintf(report, "%s\n  \"%s\": %lu", comma, s.called->name.c_str(), s.calls);
    comma = ",";
  }
  std::fprintf(report, "\n}\n");
  std::fclose(report);
  std::_Exit(0);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  for (int i = 1; i < *count; ++i) {
    const std::string text = (*arguments)[i];
    const auto value = text.substr(text.find('=') + 1);
    if (text == "--list") {
      for (const entry& e : emscripten::entries()) std::puts(subject_of(e.name).c_str());
      std::exit(0);
    }
    if (starts_with(text, "--subject=")) subject_name = value;
    if (starts_with(text, "--calls=")) wanted = std::stoul(value);
    if (starts_with(text, "--report=")) report_file = value;
  }
  for (const entry& e : emscripten::entries()) {
    by_name[e.name] = &e;
    if (subject_of(e.name) == subject_name) subjects.push_back({&e});
  }
  if (subjects.empty() || wanted == 0 || report_file.empty()) {
    std::fprintf(stderr, "--subject, --calls and --report are needed\n");
    std::exit(1);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  FuzzedDataProvider data(bytes, size);
  call("reserve", {512, 2048, 2048});
  for (int calls = 0; calls < 40 && data.remaining_bytes() > 0; ++calls) {
    switch (data.ConsumeIntegralInRange(0, 11)) {
      case 0:
        fill(data, call("inputArea").memory, 160);
        break;
      case 1:
        fill(data, call("labelArea").memory, 80);
        break;
      case 2:
        if (subject_name == "csv") fill_text(data, call("labelArea").memory);
        if (subject_name == "plane" || subject_name == "neuron") {
          fill(data, call("demoNumbers").memory, 64);
        }
        if (subject_name == "evaluate" || subject_name == "gaussian") {
          fill(data, call("scratch").memory, 60);
        }
        break;
      default: {
        // The place in the case takes part, so that no entry is a favourite of the corpus.
        subject& s =
            subjects[(data.ConsumeIntegral<unsigned char>() + 7 * std::size_t(calls) + size) %
                     subjects.size()];
        if (subject_name == "network" && networks.empty() && data.ConsumeIntegralInRange(0, 7)) {
          create_network(*by_name.at("networkCreate"), data,
                         arguments_of(*by_name.at("networkCreate"), data));
        }
        if (subject_name == "flow" && flows.empty()) {
          try_call(*by_name.at("flowCreate"), data);
        }
        if (subject_name == "flow" && data.ConsumeBool()) {
          try_call(*by_name.at("flowBegin"), data);
        }
        if (try_call(*s.called, data)) ++s.calls;
      }
    }
  }
  close_all();
  end_if_enough();
  return 0;
}
