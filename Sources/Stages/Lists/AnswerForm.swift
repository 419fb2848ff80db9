import Domain

/// The CSV in which a section answers: one row a lead, the last three columns to be filled in.
enum AnswerForm {
  /// Name within the folder of a section.
  static let path = "answers.csv"

  static let lead = "线索编号"
  static let title = "检查"
  static let verdict = "处理结果"
  static let note = "说明"
  static let day = "日期"
  static let header = [lead, title, verdict, note, day]
  static let kind = FilledForm.Kind(
    title: "名单附带的答复表", needed: [lead, verdict, note, day], isAnswer: { isAnswer($0) },
    isOwnWorkbook: { _ in false })

  /// True of the files of a section that hold answers: every CSV that is no list, whatever people call it.
  static func isAnswer(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".csv") && !isList(name) && !name.hasPrefix(".") && !EditionLitter.isName(name)
  }

  /// True of a list of a check (`A-01.csv`) or of a rule for postings (`C09.csv`), which the program writes and clears
  /// away.
  static func isList(_ name: String) -> Bool {
    guard name.hasSuffix(".csv") else { return false }
    let id = name.dropLast(".csv".count)
    let family = id.prefix { ("A"..."Z").contains($0) }
    let rest = id.dropFirst(family.count)
    let number = rest.first == "-" ? rest.dropFirst() : rest
    guard !family.isEmpty, number.count >= 2, number.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
    return rest.first == "-" || family == "C" && number.count == 2
  }

  /// The form: what was answered, and what is open.
  ///
  /// - Parameters:
  ///   - leads: the open ones, with the titles of their checks.
  ///   - answers: those of the form before, which stay also where a lead is over.
  static func bytes(_ leads: [(id: String, title: String)], answers: [String: LeadAnswer], titles: [String: String])
    -> [UInt8]
  {
    let open = Set(leads.map(\.id))
    let over = answers.values.filter { !open.contains($0.lead) }.sorted { $0.lead < $1.lead }
    let rows = leads.map { lead in
      let answer = answers[lead.id]
      return [lead.id, lead.title, answer?.verdict.name ?? "", answer?.note ?? "", answer?.day.iso ?? ""]
    }
    let settled = over.map { answer in
      let check = answer.lead.split(separator: "/").first.map(String.init) ?? ""
      return [answer.lead, titles[check] ?? "", answer.verdict.name, answer.note, answer.day.iso]
    }
    return CSVText.bytes([header] + rows + settled)
  }
}
