/// One personal file kept by the city's archive.
struct Archive {
  let number: String
  private let person: String
  private let name: String
  private let storage: String
  private let category: String
  private let unit: String
  private let education: String
  private let major: String
  private let graduated: String
  private let title: String
  private let received: SampleDay
  private var applied: SampleDay?
  private var sent: SampleDay?
  private var receipt: SampleDay?
  private let fromOffice: String
  private var toOffice = ""
  private let fromPlace: String
  private var toPlace = ""
  private var mode = ""
  private let missing: String
  private let channel: String
  private let isDigitised: Bool
  private(set) var updated: SampleTime

  private static let surnames = Array("黄韦陈李梁覃陆莫潘苏")
  private static let places = ["广西南宁市", "广西钦州市", "广东省湛江市", "广西北海市", "湖南省"]

  init(number: String, received: SampleDay, _ pool: EmployerPool, _ random: inout SampleRandom) {
    self.number = number
    self.received = received
    let age = random.integer(21...45)
    let birth = SampleDay(ordinal: received.ordinal - age * 366 - random.integer(0...364))
    let home = random.pick(Place.counties).code
    let id = PersonID.make(home: home, birth: birth, isMale: random.chance(0.5), &random)
    person = random.chance(0.01) ? PersonID.broken(id) : id
    name = "\(random.pick(Archive.surnames))某"
    storage = random.chance(0.7) ? "个人委托" : "单位委托"
    category = Mix([("未就业毕业生", 34.0), ("辞职辞退人员", 34), ("非公单位聘用人员", 28), ("自费出国人员", 4)]).draw(&random)
    unit = storage == "单位委托" ? random.pick(pool.all).name : ""
    let schooling = Mix([("30", 42.0), ("20", 44), ("40", 10), ("10", 4)]).draw(&random)
    education = EducationText.held(schooling, &random)
    major = random.pick(["会计", "护理", "机械工程", "学前教育", "土木工程", "计算机应用", "汉语言文学"])
    graduated = "\(birth.parts.year + 22)"
    title = Mix([("", 80.0), ("初级", 12), ("中级", 7), ("高级", 1)]).draw(&random)
    fromOffice = random.pick(["某高校学生处", "某市人才服务中心", "某县人才交流中心", "原单位人事科"])
    fromPlace = random.pick(Archive.places)
    missing = Mix([("", 86.0), ("学位证明", 5), ("报到证", 5), ("劳动合同", 4)]).draw(&random)
    channel = Mix([("窗口", 50.0), ("网上", 38), ("跨省通办", 12)]).draw(&random)
    isDigitised = random.chance(0.4 + 0.03 * Double((received.parts.year - 2023) * 4))
    updated = SampleTime(received, second: random.integer(30_600...61_200))
  }

  /// Sends the file on; a few take longer than the 15 working days allowed.
  mutating func send(_ random: inout SampleRandom) {
    let applied = received + random.integer(10...70)
    let sent = applied + (random.chance(0.94) ? random.integer(1...15) : random.integer(30...50))
    (self.applied, self.sent) = (applied, sent)
    var answer = SampleRandom(of: number, 1)
    if answer.chance(0.9) { receipt = sent + answer.integer(4...28) }
    mode = Mix([("机要", 70.0), ("特快专递", 20), ("专人", 8), ("自带", 2)]).draw(&random)
    toOffice = random.pick(["某市人才服务中心", "某集团人力资源部", "某区就业服务中心"])
    toPlace = random.pick(Archive.places)
    updated = SampleTime(sent, second: random.integer(61_200...64_800))
  }

  var cells: [String] {
    let layout = ArchiveSystem.layout
    return [
      number, person, name, storage, category, unit, education, major, graduated, title, layout.date(received),
      layout.date(applied), layout.date(sent), layout.date(receipt), fromOffice, toOffice, fromPlace, toPlace, mode,
      missing, channel,
      isDigitised ? "是" : "否", ArchiveOffice.place(number), layout.stamp(updated),
    ]
  }
}
