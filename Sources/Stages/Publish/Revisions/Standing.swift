import Domain

/// What may be done with the edition of a period.
public enum Standing: Sendable, Equatable {
  /// It may be made again; what it replaces is kept as an archive.
  case working
  /// It is published for good: one that is there stays as it is.
  case frozen
  /// Where the figures differ from those published, they are published as the next revision, beside the others.
  case revised(Revision.Reason, note: String)
}
