import Domain
import Stages

// What the command line needs of the layers below, so that it imports this module alone.

/// A month, quarter, half-year or year.
public typealias BulletinPeriod = Period
/// The wish of a signal that a run end.
public typealias RunInterruption = Interruption
/// The language of an edition.
public typealias BulletinLanguage = Language
/// Why published figures are published anew.
public typealias RevisionReason = Revision.Reason
