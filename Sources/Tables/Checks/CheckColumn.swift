/// The columns that the SELECT of a check may have; the order is that of the lists.
public enum CheckColumn: String, Sendable, CaseIterable {
  /// Key of the row that the line is about, or what is added up; required.
  case entry
  /// Key of another row that belongs to it.
  case other
  /// Dataset of `entry`, where it is not the first of the header.
  case dataset
  /// The employer, agency or office.
  case unit
  case region
  /// Yuan.
  case amount
  case since
  /// The last day in time.
  case due
  case days
  /// One of the levels of the header.
  case level
  /// Whatever else helps.
  case figure
  /// 1: to be looked at first.
  case urgent
  /// Lines of one lead are one case.
  case lead
}
