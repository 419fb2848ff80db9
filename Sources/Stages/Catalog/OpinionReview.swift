import Domain

/// Checks answers and says what they do to the levels.
///
/// An expert's later answer to an entry replaces the earlier one; where experts differ the majority decides, and a tie
/// leaves the computed level and is a problem to be settled.
struct OpinionReview {
  /// What was decided of one unit.
  struct Verdict {
    /// The level after the experts' word; none where the entry was struck off.
    let level: ShortageLevel
    /// Brought into the catalog, whatever its key industry.
    let isAdded: Bool
    let opinions: [Opinion]
  }

  private(set) var problems: [OpinionProblem] = []
  private(set) var verdicts: [String: Verdict] = [:]
  /// Answers taken, by the file that they stand in.
  private(set) var taken: [String: Int] = [:]

  /// - Parameters:
  ///   - units: all that were assessed or are X, by code.
  ///   - day: on which experts must still be in the register.
  ///   - today: no answer is younger.
  init(_ opinions: [Opinion], units: [String: ShortageUnit], register: ExpertRegister, day: Day, today: Day) {
    var latest: [String: [String: Opinion]] = [:]
    for opinion in OpinionReview.newest(opinions.filter { $0.day <= today }) {
      if let problem = OpinionReview.problem(opinion, units, register, day) {
        problems.append(problem)
        continue
      }
      taken[opinion.file, default: 0] += 1
      latest[opinion.occupation, default: [:]][opinion.expert] = opinion
    }
    for opinion in opinions where opinion.day > today {
      problems.append(
        OpinionProblem(
          place: opinion.place, message: "\(opinion.occupation) 日期 \(opinion.day.iso) 在今天之后", remedy: "改正日期"))
    }
    for (code, own) in latest.sorted(by: { $0.key < $1.key }) {
      guard let unit = units[code] else { continue }
      decide(unit, own.values.sorted { ($0.day, $0.expert) < ($1.day, $1.expert) })
    }
  }

  /// Of several answers of one expert to one entry the newest, also where an older one could not be taken; of the same day
  /// the one in the newer draft.
  private static func newest(_ opinions: [Opinion]) -> [Opinion] {
    var places: [[String]: Int] = [:]
    for (place, opinion) in opinions.enumerated() {
      let key = [opinion.occupation, opinion.expert]
      if let before = places[key], opinions[before].day > opinion.day { continue }
      places[key] = place
    }
    return places.values.sorted().map { opinions[$0] }
  }

  private mutating func decide(_ unit: ShortageUnit, _ opinions: [Opinion]) {
    var votes: [ShortageLevel: Int] = [:]
    for opinion in opinions { votes[OpinionReview.wish(opinion, unit), default: 0] += 1 }
    let most = votes.values.max() ?? 0
    let winners = votes.filter { $0.value == most }.map(\.key)
    guard winners.count == 1 else {
      problems.append(
        OpinionProblem(
          place: opinions.map(\.place).joined(separator: "、"),
          message: "\(unit.occupation) \(unit.name): 专家意见不一致 (\(winners.sorted().map(\.name).joined(separator: "、")))",
          remedy: "请专家商定后修改意见, 此前按计算的程度"))
      return
    }
    // To bring an occupation past the gates takes more than half of those who spoke.
    let isAdded = opinions.count { $0.kind == .add } * 2 > opinions.count
    verdicts[unit.occupation] = Verdict(level: winners[0], isAdded: isAdded, opinions: opinions)
  }

  /// The level that an opinion asks for.
  private static func wish(_ opinion: Opinion, _ unit: ShortageUnit) -> ShortageLevel {
    let computed = unit.score.level
    switch opinion.kind {
    case .agree: return computed
    case .drop: return .none
    case .raise: return opinion.level ?? ShortageLevel(rawValue: computed.rawValue + 1) ?? computed
    case .lower: return opinion.level ?? ShortageLevel(rawValue: computed.rawValue - 1) ?? computed
    case .add: return opinion.level ?? computed
    }
  }

  private static func problem(
    _ opinion: Opinion, _ units: [String: ShortageUnit], _ register: ExpertRegister, _ day: Day
  ) -> OpinionProblem? {
    func refuse(_ message: String, _ remedy: String) -> OpinionProblem {
      OpinionProblem(place: opinion.place, message: "\(opinion.occupation) \(message)", remedy: remedy)
    }
    guard let unit = units[opinion.occupation] else {
      let whole = units.values.first { $0.members.contains(opinion.occupation) }
      return refuse(
        "不在本期评估的职业中", whole.map { "数据不足, 已并入 \($0.occupation) \($0.name), 请写该代码" } ?? "核对职业代码; 没有岗位的职业不能列入")
    }
    guard let expert = register.expert(opinion.expert) else {
      return refuse("专家编号“\(opinion.expert)”不在专家库中", "核对编号, 或先把专家登记到专家库")
    }
    guard expert.validUntil >= day else {
      return refuse("专家 \(expert.id) 的聘期已于 \(expert.validUntil.iso) 结束", "更新专家库中的有效期, 或另请专家")
    }
    guard opinion.kind == .agree || !opinion.reason.isEmpty else { return refuse("没有写理由", "\(opinion.kind.name)须写理由") }
    let (computed, wish) = (unit.score.level, wish(opinion, unit))
    switch opinion.kind {
    case .agree:
      guard !unit.score.isUnassessed, opinion.level.map({ $0 == computed }) ?? true else {
        return refuse("同意而又另写程度, 或该职业无法评估", "改为提高、降低或增补")
      }
    case .raise where wish <= computed: return refuse("提高后的程度不高于计算的\(computed.name)", "改正调整后程度, 或留空 (提高一级)")
    case .lower where wish >= computed || wish == .none:
      return refuse("降低后的程度不低于计算的\(computed.name), 或已是最低一级", "改正调整后程度; 不应列入的写删除")
    case .add where wish == .none: return refuse("增补没有写调整后程度", "写重度紧缺、中度紧缺或轻度紧缺")
    case .raise, .lower, .add:
      guard unit.score.isUnassessed || abs(wish.rawValue - computed.rawValue) < 2 else {
        return refuse("由\(computed.name)到\(wish.name), 跳了两级", "一期至多调整一级; 数据有误的先改数据")
      }
    case .drop: break
    }
    return nil
  }
}

extension Opinion {
  /// `draft-1/answers.csv` of `draft-1/answers.csv:12`.
  fileprivate var file: String { place.lastIndex(of: ":").map { String(place[..<$0]) } ?? place }
}
