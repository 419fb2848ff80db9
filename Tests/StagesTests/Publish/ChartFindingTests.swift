import Domain
import Tables
import Testing

@testable import Stages

/// What stands above a chart is said of shown figures alone.
@Suite struct ChartFindingTests {
  /// - Parameter counts: openings and seekers of periods up to 2026Q3; nil: hidden.
  private func finding(_ counts: [(Double?, Double?)], _ standing: RatioStanding? = nil) throws -> ChartFinding {
    let last = try #require(Period("2026Q3"))
    func cell(_ value: Double?) -> ProtectedCell {
      ProtectedCell(shown: value.map { .number($0, decimals: 0) } ?? .suppressed)
    }
    let trend = counts.enumerated().map { place, pair in
      TrendPoint(
        period: last.advanced(by: place - counts.count + 1), demand: cell(pair.0), seekers: cell(pair.1),
        ratio: cell(nil), fillRate: cell(nil))
    }
    let name = Label(zh: "防城港市", en: "Fangchenggang")
    let region = RegionReport(
      code: "450600", name: name, headline: nil, standing: standing, narrative: [], keyFigures: [], tables: [],
      trend: trend)
    return ChartFinding(region: region, texts: try Texts.shipped())
  }

  @Test func balanceOverAllPeriodsOrInTheLast() throws {
    #expect(try finding([(3, 2), (5, 4)]).balance()?.zh == "2个季度里需求人数一直多于求职人数（人）")
    #expect(try finding([(2, 3), (4, 5)]).balance()?.zh == "2个季度里需求人数一直少于求职人数（人）")
    #expect(try finding([(2, 3), (5, 4)]).balance()?.zh == "本期需求人数多于求职人数（人）")
    #expect(try finding([(3, 2), (4, 5)]).balance()?.zh == "本期需求人数少于求职人数（人）")
    #expect(try finding([(3, 2), (4, 4)]).balance()?.zh == "本期需求人数与求职人数相等（人）")
  }

  /// Of a register that was not delivered nobody may say that it was the smaller one.
  @Test func missingSidesAreNotTheSmallerOnes() throws {
    #expect(try finding([(3, 0), (5, 0)]).balance() == nil)
    #expect(try finding([(0, 3), (0, 5)]).balance() == nil)
    #expect(try finding([(3, 0), (5, 4)]).balance()?.zh == "本期需求人数多于求职人数（人）")
  }

  /// Of a period that is hidden nobody may say which side was the greater one.
  @Test func hiddenPeriodsAreNoneOfAll() throws {
    for hidden in [(nil, 2), (3, nil), (nil, nil)] as [(Double?, Double?)] {
      #expect(try finding([hidden, (5, 4)]).balance()?.zh == "本期需求人数多于求职人数（人）")
      #expect(try finding([(5, 4), hidden]).balance() == nil)
    }
  }

  @Test(
    arguments: [
      (.lowest(of: 9), "求人倍率为9个季度以来最低（虚线为供求相等）"), (.highest(of: 9), "求人倍率为9个季度以来最高（虚线为供求相等）"),
      (.above, "求人倍率比上季度上升（虚线为供求相等）"), (.below, "求人倍率比上季度下降（虚线为供求相等）"),
      (.same, "求人倍率与上季度持平（虚线为供求相等）"), (nil, nil),
    ] as [(RatioStanding?, String?)])
  func ratioAsItStands(standing: RatioStanding?, words: String?) throws {
    #expect(try finding([(3, 2)], standing).ratio()?.zh == words)
  }

  @Test func gapOfTheGreatestLack() throws {
    let (cook, guardian) = (Label(zh: "中式烹调师", en: "Cook"), Label(zh: "保安员", en: "Guard"))
    let own = try finding([(3, 2)])
    #expect(own.gap([(cook, 63), (guardian, -9)], mayLack: false)?.zh == "中式烹调师最缺人：需求比求职多63人")
    #expect(own.gap([(cook, 1234), (guardian, 1234)], mayLack: false)?.zh == "中式烹调师、保安员最缺人：需求比求职多1,234人")
    #expect(own.gap([(cook, -3), (guardian, -9)], mayLack: false)?.zh == "保安员求职最富余：求职比需求多9人")
    #expect(own.gap([(cook, 63)], mayLack: true)?.zh == "在可以公布的各类中，中式烹调师最缺人：需求比求职多63人")
    #expect(own.gap([(cook, -3)], mayLack: true)?.zh == "在可以公布的各类中，中式烹调师求职最富余：求职比需求多3人")
    #expect(own.gap([(cook, 0)], mayLack: false) == nil)
    #expect(own.gap([], mayLack: false) == nil)
  }

  @Test func industryOfTheLargestShare() throws {
    let layout = TableLayout.shipped("T3")
    let share = try #require(layout.share(of: layout.demand))
    func words(_ shares: [String: Cell]) throws -> String? {
      let measures = TableColumns.measures(layout)
      let rows = shares.keys.sorted().map { key in
        StatRow(
          key: key, label: layout.row(key)?.label ?? Label(zh: key, en: key), role: .item,
          cells: measures.map { $0.id == share.id ? shares[key]! : .unavailable })
      }
      let table = StatTable(id: "T3", title: layout.title, measures: measures, rows: rows)
      return try finding([(3, 2)]).industry(ProtectedTable(shown: table), share)?.zh
    }
    func percent(_ value: Double) -> Cell { .number(value, decimals: 2) }
    #expect(try words(["C": percent(60), "F": percent(40)]) == "制造业用人最多，占需求人数的60.00%")
    #expect(try words(["C": percent(40), "F": percent(20), "G": .suppressed])?.hasPrefix("在可以公布的各类中，制造业") == true)
    #expect(try words(["C": percent(70), "F": percent(20), "G": .suppressed])?.hasPrefix("制造业") == true)
    #expect(try words(["C": .suppressed]) == nil)
  }

  /// A direction is told only where today's value lies outside of what is expected in eight of ten cases.
  @Test func directionsThatAreClear() throws {
    let last = try #require(Period("2027Q3"))
    func words(_ low: Double, _ high: Double, history: [Double] = [100], isGap: Bool = false) throws -> String? {
      let step = OutlookStep(point: (low + high) / 2, low80: low, high80: high, low95: low, high95: high)
      let line = OutlookLine(history: history, steps: [step], method: "", beatsSeasonalNaive: nil)
      return try finding([(3, 2)]).outlook(line, named: Label("缺口"), to: last, isGap: isGap)?.zh
    }
    #expect(try words(101, 120) == "缺口：到2027年第三季度预计增加")
    #expect(try words(80, 99) == "缺口：到2027年第三季度预计减少")
    #expect(try words(100, 120) == "缺口：到2027年第三季度增减不明")
    #expect(try words(80, 100) == "缺口：到2027年第三季度增减不明")
    #expect(try words(80, 99, history: []) == nil)
    // What stays on one side of zero is a finding of a difference alone.
    #expect(try words(10, 120, isGap: true) == "缺口：2027年第三季度很可能仍缺人")
    #expect(try words(-120, -10, history: [-100], isGap: true) == "缺口：2027年第三季度求职很可能仍多")
    #expect(try words(0, 120, isGap: true) == "缺口：到2027年第三季度增减不明")
    #expect(try words(-5, 120, isGap: true) == "缺口：到2027年第三季度增减不明")
    #expect(try words(-120, 0, history: [-100], isGap: true) == "缺口：到2027年第三季度增减不明")
    #expect(try words(101, 120, isGap: true) == "缺口：到2027年第三季度预计增加")
  }
}
