import Domain
import Warehouse

/// What one fact row adds to the axes of the cube; the places of all columns are looked up once, not once a row.
struct CubeContribution {
  /// An axis of which only the home province is kept.
  private struct Axis {
    let number: CubeAxisNumber
    let code: Code
  }

  /// `CubeAxis.Code` with the places of its columns.
  private enum Code {
    case column(Int)
    case level(Int, Int)
    case wantedAge(Int, Int)
    case ageAtStart(Int)
  }

  /// The axes that rows of a kind count in.
  private struct Side {
    /// Those of which every province is kept.
    var totals: [CubeAxisNumber] = []
    var home: [Axis] = []

    /// - Parameter axis: nil where every province is kept.
    mutating func add(_ number: CubeAxisNumber, _ axis: Axis?) {
      if let axis { home.append(axis) } else { totals.append(number) }
    }
  }

  /// First digits of the regions that keep their counties and axes in the cube; of others only the total of the province
  /// is kept.
  private let homeProvince: Int?
  private let start: Int
  private let endsOn: Int
  private let copy: Int?
  private let weight: Int?
  private let region: Int?
  private let closedOn: Int?
  private let filled: Int?
  private var originals = Side()
  private var copies = Side()

  /// - Parameters:
  ///   - axes: those that are counted; those of other datasets are left alone.
  ///   - homeRegion: 6-digit code whose province keeps its counties.
  ///
  /// Nil for a dataset without axes: it has no cube.
  /// - Throws: `PipelineError` TF760 where an axis does not fit the dataset.
  init?(_ layout: FactLayout, axes: CubeAxes, homeRegion: String?) throws {
    let (contract, roles) = (layout.contract, layout.contract.roles)
    let own = axes.numbers.filter { $0.axis.dataset == contract.name }
    guard !own.isEmpty else { return nil }
    func place(_ column: String?) throws -> Int {
      guard let place = column.flatMap(layout.place) else {
        throw PipelineError(
          .cubeColumns, .config, at: "\(contract.name).yaml", "累计表要用到的列 \(column ?? "start (开始日期)") 不在数据集中",
          remedy: "恢复程序自带的字段和 roles")
      }
      return place
    }
    homeProvince = homeRegion.flatMap(CodeNumber.number).map { $0 / 10_000 }
    start = try place(roles.start)
    endsOn = try place("ends_on")
    weight = try roles.weight.map(place)
    filled = try roles.filled.map(place)
    region = try roles.region.map(place)
    closedOn = try roles.closed.map(place)
    copy = try roles.copies == nil ? nil : place("is_copy")
    for (axis, number) in own {
      if axis.rows != .all { _ = try place("is_copy") }
      let counted: Axis?
      switch axis.code {
      case .all: counted = nil
      case .column(let name): counted = Axis(number: number, code: .column(try place(name)))
      case .level(let title, let skill):
        counted = Axis(number: number, code: .level(try place(title), try place(skill)))
      case .wantedAge(let low, let high):
        counted = Axis(number: number, code: .wantedAge(try place(low), try place(high)))
      case .ageAtStart(let birth): counted = Axis(number: number, code: .ageAtStart(try place(birth)))
      }
      if axis.rows != .copies { originals.add(number, counted) }
      if axis.rows != .originals { copies.add(number, counted) }
    }
  }

  /// Adds the row (`sign` 1) to `deltas` or takes it away (-1).
  func apply(_ row: FactView, sign: Int, to deltas: inout CubeDeltas) {
    // Handed on, not copied: a side counts its readers, a row each.
    if row[copy] == 1 { count(row, in: copies, sign, &deltas) } else { count(row, in: originals, sign, &deltas) }
  }

  @inline(__always)
  private func count(_ row: FactView, in side: borrowing Side, _ sign: Int, _ deltas: inout CubeDeltas) {
    guard let start = row[start], let end = row[endsOn] else { return }
    let weight = row[weight] ?? 1
    let region = row[region] ?? 0
    let isHome = homeProvince.map { region / 10_000 == $0 } ?? true
    let kept = isHome ? region : region / 10_000 * 10_000
    withUnsafeTemporaryAllocation(of: Int.self, capacity: side.home.count + 1) { codes in
      let count = isHome ? side.home.count : 0
      for index in 0..<count { codes[index] = code(side.home[index].code, row, start) }
      /// Adds what happened on `day`.
      func add(_ value: CubeValue, on day: Int) {
        let place = CubePlace(month: Day(ordinal: day).monthOrdinal, region: kept)
        for axis in side.totals { deltas.add(value, to: CubeKey(axis, place, code: 0)) }
        for index in 0..<count { deltas.add(value, to: CubeKey(side.home[index].number, place, code: codes[index])) }
      }
      add(CubeValue(registered: sign * weight), on: start)
      add(CubeValue(ended: sign * weight), on: end)
      if let closed = row[closedOn] {
        add(CubeValue(closed: sign * weight, filled: sign * min(row[filled] ?? 0, weight)), on: closed)
      }
    }
  }

  @inline(__always)
  private func code(_ code: Code, _ row: FactView, _ start: Int) -> Int {
    switch code {
    case .column(let place): return row[place] ?? 0
    case .level(let title, let skill): return Dimension.levelNumber(title: row[title], skill: row[skill])
    case .wantedAge(let low, let high): return Dimension.wantedAge(low: row[low], high: row[high])
    case .ageAtStart(let birth):
      guard let birth = row[birth] else { return 0 }
      let (born, day) = (Day(ordinal: birth).components, Day(ordinal: start).components)
      let hadBirthday = (day.month, day.day) >= (born.month, born.day)
      return max(day.year - born.year - (hadBirthday ? 0 : 1), 1)
    }
  }
}
