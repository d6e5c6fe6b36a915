#include "train.h"

#include <utility>

namespace activation_widgets {
namespace {

bool start_order(network& n, std::size_t count) {
  if (n.order_size == count) return true;
  memory_block memory;  // the order there was stays if there is not enough
  if (!memory.allocate(count * sizeof(std::uint32_t))) return false;
  n.order_memory.take(memory);
  n.order = static_cast<std::uint32_t*>(n.order_memory.data());
  n.order_size = n.order_position = count;
  n.order_random = random_sequence(n.seed, random_stream::order);
  for (std::size_t i = 0; i < count; ++i) n.order[i] = std::uint32_t(i);
  return true;
}

// The next batch: at most `batch_size` indices of samples.
std::span<const std::uint32_t> next_batch(network& n) {
  if (n.order_position == n.order_size) {
    shuffle(n.order, std::uint32_t(n.order_size), n.order_random);
    n.order_position = 0;
  }
  const std::size_t rest = n.order_size - n.order_position;
  const std::size_t size = n.batch_size < rest ? n.batch_size : rest;
  const std::uint32_t* first = n.order + n.order_position;
  n.order_position += size;
  return {first, size};
}

bool update(network& n, const float* points, const std::uint8_t* labels) {
  const std::span<const std::uint32_t> batch = next_batch(n);
  std::memset(n.gradient, 0, n.parameter_count() * sizeof(float));
  const float share = float(1 / double(batch.size()));
  double sum = 0;
  for (std::size_t first = 0; first < batch.size(); first += network::block) {
    const std::size_t rest = batch.size() - first;
    const std::size_t size = rest < network::block ? rest : network::block;
    sum += n.backpropagate(n.load_block(points, labels, batch.data() + first, size), share);
  }
  n.last_loss = sum / double(batch.size()) + n.penalize();
  if (n.last_loss - n.last_loss != 0) return false;
  if (!n.optimize.step(n.current, n.gradient, n.next)) return false;
  std::swap(n.current, n.next);
  return true;
}

}  // namespace

training_report train(network& n, const float* points, const std::uint8_t* labels,
                      std::size_t count, std::uint64_t steps) {
  if (!n.diverged && !start_order(n, count)) {
    return {n.steps, n.last_loss, true, true};
  }
  for (std::uint64_t i = 0; i < steps && !n.diverged; ++i) {
    ++n.steps;
    n.diverged = !update(n, points, labels);
  }
  return {n.steps, n.last_loss, !n.diverged, false};
}

}  // namespace activation_widgets
