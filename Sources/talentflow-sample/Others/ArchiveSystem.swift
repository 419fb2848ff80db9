/// 流动人员人事档案: files received and sent on.
struct ArchiveSystem {
  private let scale: Double
  private let seed: UInt64
  private var composer = FileComposer(layout: ArchiveSystem.layout)
  private var numbers = 0

  /// Files received in an ordinary quarter of the whole city.
  private static let volume = 1200.0

  static let layout = ExportLayout(
    system: "archives", encoding: .utf8, newline: "\n", delimiter: ",",
    headers: [
      "档案编号", "证件号码", "姓名", "存档类型", "人员类别", "委托单位", "学历", "专业", "毕业年份", "职称", "接收日期", "申请日期", "转出日期", "回执日期", "来源机构",
      "去向机构",
      "来源地区", "去向地区", "转递方式", "材料缺件", "办理渠道", "数字化状态", "存档机构区划", "更新时间",
    ],
    required: [0, 10], mainDate: 10, updated: 23, openings: nil, text: 7)

  init(scale: Double, seed: UInt64) {
    self.scale = scale
    self.seed = seed
  }

  /// The rows of the quarter's file.
  mutating func run(_ quarter: Quarter, pool: EmployerPool) -> [SampleRow] {
    var random = SampleRandom(seed: seed, stream: 800 + UInt64(quarter.index))
    let days = Season.offices.days(of: quarter)
    var drafts: [Draft] = []
    for _ in 0..<random.count(ArchiveSystem.volume * scale * days.volume) {
      numbers += 1
      drafts.append(draft(on: days.mix.draw(&random), until: quarter.last, pool, &random))
    }
    var local = self
    let rows = composer.compose(drafts, quarter: quarter, &random) { random in
      local.numbers += 1
      return local.draft(on: quarter.last, until: quarter.last, pool, &random).first
    }
    numbers = local.numbers
    return rows
  }

  /// The file as the quarter knows it, and its sending where the next quarter tells of it.
  private func draft(
    on day: SampleDay, until last: SampleDay, _ pool: EmployerPool, _ random: inout SampleRandom
  ) -> Draft {
    let number = "DA450600\(String("000000\(numbers)".suffix(7)))"
    let kept = Archive(number: number, received: day, pool, &random)
    guard random.chance(0.22) else { return Draft(first: row(kept), later: nil) }
    var sent = kept
    sent.send(&random)
    if sent.updated.day <= last { return Draft(first: row(sent), later: nil) }
    return Draft(first: row(kept), later: row(sent))
  }

  private func row(_ archive: Archive) -> SampleRow {
    SampleRow(cells: archive.cells, key: "archives/\(archive.number)", updated: archive.updated, fact: nil, flaw: nil)
  }
}
