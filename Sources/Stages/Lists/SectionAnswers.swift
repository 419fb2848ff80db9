import Domain

/// The answers that a section has given.
struct SectionAnswers {
  /// The last answer to each lead, of whatever file.
  let latest: [String: LeadAnswer]
  /// Those of the form, as it is to be written again.
  let form: [String: LeadAnswer]
  let problems: [OpinionProblem]
  /// The bytes of the form as they were read; nil where there is none.
  let formBytes: [UInt8]?
  /// False where the form holds what cannot be read: it must not be written over.
  let isFormWhole: Bool

  /// - Parameter today: no answer is younger.
  /// - Throws: `FileFailure`.
  init(folder: String, section: String, today: Day) throws {
    let forms = try FilledForm.all(in: folder, as: section, AnswerForm.kind)
    let files = forms.map(AnswerFile.init)
    formBytes = forms.first { $0.name == "\(section)/\(AnswerForm.path)" }?.bytes
    let form = files.first { $0.name == "\(section)/\(AnswerForm.path)" }
    let late = files.flatMap(\.answers).filter { $0.day > today }
    problems =
      files.flatMap(\.problems)
      + late.map {
        OpinionProblem(place: $0.place, message: "\($0.lead) 日期 \($0.day.iso) 在今天之后", remedy: "改正日期")
      }
    isFormWhole = form.map { file in file.problems.isEmpty && !late.contains { $0.place.hasPrefix(file.name) } } ?? true
    self.form = SectionAnswers.latest(form?.answers ?? [])
    latest = SectionAnswers.latest(files.flatMap(\.answers).filter { $0.day <= today })
  }

  /// Of several answers to a lead the newest; of the same day the one that stands behind the others.
  private static func latest(_ answers: [LeadAnswer]) -> [String: LeadAnswer] {
    Dictionary(answers.map { ($0.lead, $0) }) { $1.day < $0.day ? $0 : $1 }
  }
}
