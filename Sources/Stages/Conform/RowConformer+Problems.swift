import Domain
import Tabular

/// What is found wrong with single cells and between them: rare, so that it may be slow.
extension RowConformer {
  /// Birth and sex are taken from the person's number where the export states none; a conflict is kept and told.
  mutating func reconcilePerson() {
    guard let person else { return }
    for (column, value) in [("birth", person.birth), ("sex", person.sex)] {
      guard let slot = plan.contract.integerSlots[column] else { continue }
      guard let stated = row[slot] else {
        row[slot] = value
        continue
      }
      // A birth column often gives only the month.
      let agrees =
        column == "birth" ? Day(ordinal: stated).monthOrdinal == Day(ordinal: value).monthOrdinal : stated == value
      if !agrees { problems.append((Problem(.personConflict, column), "")) }
    }
  }

  mutating func note(_ rule: Rule, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let field = plan.fields[index]
    let utf8 = areCellsUTF8 ? Array(bytes) : plan.cellEncoding.decoded(bytes) ?? Array(bytes)
    let text = String(decoding: utf8.prefix(120), as: UTF8.self)
    let value =
      rule.isCounted
      ? ""
      : field.kind is PersonField || field.kind is SecretField
        ? ResidentID.masked(text) : Redaction.shown(text, limit: 60)
    let problem = stricter(Problem(rule, field.name))
    // The main date has a rule of its own.
    let isMainDate = problem.severity == .reject && rule == .date && field.isRequired
    problems.append((isMainDate ? Problem(.mainDate, field.name, severity: .reject) : problem, value))
  }

  /// What empties a field that must be right takes the row with it.
  func stricter(_ problem: Problem) -> Problem {
    let isRequired = problem.severity == .blank && plan.required.contains(problem.field)
    guard problem.rule.isUnreadable, isRequired || plan.strict.contains(problem.field) else { return problem }
    return Problem(problem.rule, problem.field, severity: .reject)
  }
}
