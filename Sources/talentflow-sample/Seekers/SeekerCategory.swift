/// 求职人员类别: the classes of the bulletin's table 8.
enum SeekerCategory {
  /// Names by class; the county offices have words of their own.
  static let names: [(code: String, exact: String, county: String)] = [
    ("10", "新成长失业青年", "未就业青年"), ("11", "应届高校毕业生", "应届生"), ("20", "就业转失业人员", "失业登记人员"), ("30", "其他失业人员", "其他失业"),
    ("40", "在业人员", "在职"), ("50", "下岗职工", "下岗"), ("60", "退休人员", "退休"), ("70", "在学人员", "在校生"), ("80", "本市农村人员", "农村劳动力"),
    ("90", "外埠人员", "外来人员"),
  ]

  static func word(_ code: String, isCounty: Bool) -> String {
    guard let entry = names.first(where: { $0.code == code }) else { return "" }
    return isCounty ? entry.county : entry.exact
  }

  /// A class that suits the age, the schooling and the home.
  static func draw(age: Int, education: String, isLocal: Bool, month: Int, _ random: inout SampleRandom) -> String {
    if random.chance(0.02) { return "" }
    if !isLocal, random.chance(0.85) { return "90" }
    let isScholar = ["10", "20", "30"].contains(education)
    if age <= 24, isScholar {
      let fresh = (5...9).contains(month) ? 68.0 : 34.0
      return Mix([("11", fresh), ("10", 18), ("70", 12), ("20", 10)]).draw(&random)
    }
    if age <= 24 { return Mix([("10", 46.0), ("20", 18), ("80", 26), ("30", 10)]).draw(&random) }
    if age >= 50 { return Mix([("20", 34.0), ("80", 36), ("30", 14), ("60", 9), ("50", 7)]).draw(&random) }
    return Mix([("20", 46.0), ("80", 22), ("30", 12), ("40", 17), ("50", 3)]).draw(&random)
  }
}
