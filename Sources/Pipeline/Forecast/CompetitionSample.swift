import Forecasting

/// Series of a competition's file that one of them is forecast beside: some of the same period, and all aggregates above
/// these.
struct CompetitionSample {
  let panel: Panel
  /// Of the one in the panel.
  let place: Int

  /// - Parameters:
  ///   - id: one of `all`.
  ///   - most: series besides aggregates, about.
  /// - Throws: `PipelineError` TF672 where a parent is wrong.
  init(_ all: [CompetitionSeries], around id: String, most: Int, path: String) throws {
    let entries = try CompetitionSeries.entries(all, path: path)
    let one = all.firstIndex { $0.id == id } ?? 0
    let peers = all.indices.filter { all[$0].series.period == all[one].series.period }
    let every = max(1, (peers.count + most - 1) / most)
    var wanted = Set(stride(from: 0, to: peers.count, by: every).map { peers[$0] } + [one])
    var next = Array(wanted)
    while !next.isEmpty {
      next = next.compactMap { entries[$0].parent }.filter { wanted.insert($0).inserted }
    }
    let kept = wanted.sorted()
    panel = Panel(entries, at: kept)
    place = kept.firstIndex(of: one) ?? 0
  }
}
