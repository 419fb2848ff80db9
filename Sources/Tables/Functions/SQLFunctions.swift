import Domain
import Warehouse

/// The functions that conditions and checks may call beside those of SQLite.
///
/// A function of NULL is NULL; what asks yes or no is 0 of NULL, so that NOT holds; `earliest` and `latest` pass over
/// NULL. A value that a function cannot take, such as a text that is no date, stops the statement.
public enum SQLFunctions {
  public static func all(calendar: WorkingDays, deadlines: Deadlines, groups: RegionGroups) -> [GuardedFunction] {
    DateFunctions.all + DeadlineFunctions(calendar, deadlines).all + CodeFunctions.all + RegionFunctions(groups).all
      + ExtremeFunctions.all
  }
}
