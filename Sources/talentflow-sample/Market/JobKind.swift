/// Groups of jobs that ask for the same kind of people.
enum JobKind {
  case labour, craft, service, care, sales, clerk, office, engineer, teacher, nurse

  /// What postings ask for: code (10 master … 80 primary) of the education, empty none.
  var education: Mix<String> {
    switch self {
    case .labour: Wishes.labourEducation
    case .craft: Wishes.craftEducation
    case .service, .care: Wishes.serviceEducation
    case .sales: Wishes.salesEducation
    case .clerk, .office: Wishes.clerkEducation
    case .engineer, .teacher, .nurse: Wishes.expertEducation
    }
  }

  /// What those who look for such jobs have.
  var schooling: Mix<String> {
    switch self {
    case .labour, .care: Wishes.labourSchooling
    case .craft: Wishes.craftSchooling
    case .service, .sales: Wishes.serviceSchooling
    case .clerk, .office: Wishes.clerkSchooling
    case .engineer, .teacher, .nurse: Wishes.expertSchooling
    }
  }

  /// Level asked for: S5…S1, T1…T3, empty none.
  var level: Mix<String> {
    switch self {
    case .craft: Mix([("", 50), ("S5", 14), ("S4", 21), ("S3", 11), ("S2", 3), ("S1", 1)])
    case .engineer, .teacher: Mix([("", 58), ("T1", 19), ("T2", 17), ("T3", 6)])
    case .nurse, .office: Mix([("", 72), ("T1", 20), ("T2", 7), ("T3", 1)])
    case .labour, .service, .care, .sales, .clerk: Mix([("", 95), ("S5", 3), ("S4", 1), ("T1", 1)])
    }
  }

  /// Level that seekers have.
  var skill: Mix<String> {
    switch self {
    case .craft: Mix([("", 58), ("S5", 16), ("S4", 16), ("S3", 8), ("S2", 1.6), ("S1", 0.4)])
    case .engineer, .teacher: Mix([("", 66), ("T1", 20), ("T2", 11), ("T3", 3)])
    case .nurse, .office: Mix([("", 74), ("T1", 19), ("T2", 6), ("T3", 1)])
    case .labour, .service, .care, .sales, .clerk: Mix([("", 93), ("S5", 4), ("S4", 2), ("T1", 1)])
    }
  }

  /// Sex asked for: 1 male, 2 female, 0 either.
  var sex: Mix<Int> {
    switch self {
    case .labour, .craft: Mix([(0, 58), (1, 38), (2, 4)])
    case .service, .nurse: Mix([(0, 68), (1, 7), (2, 25)])
    case .care: Mix([(0, 50), (1, 4), (2, 46)])
    case .sales, .engineer: Mix([(0, 84), (1, 12), (2, 4)])
    case .clerk, .office, .teacher: Mix([(0, 76), (1, 5), (2, 19)])
    }
  }

  /// Share of women among the seekers.
  var women: Double {
    switch self {
    case .labour: 0.36
    case .craft: 0.1
    case .service, .teacher: 0.72
    case .care, .nurse: 0.86
    case .sales: 0.46
    case .clerk, .office: 0.7
    case .engineer: 0.2
    }
  }

  /// Age asked for: lower and upper limit, 0 where there is none.
  var ages: Mix<(low: Int, high: Int)> {
    switch self {
    case .labour: Mix([((0, 0), 22), ((18, 50), 25), ((18, 45), 22), ((20, 55), 20), ((0, 55), 8), ((25, 58), 3)])
    case .craft: Mix([((0, 0), 25), ((18, 45), 28), ((20, 50), 25), ((22, 40), 14), ((0, 50), 8)])
    case .care: Mix([((0, 0), 20), ((25, 55), 34), ((30, 55), 26), ((40, 60), 20)])
    case .service, .sales: Mix([((0, 0), 32), ((18, 40), 28), ((18, 35), 24), ((18, 30), 12), ((0, 35), 4)])
    case .clerk, .office, .teacher, .nurse:
      Mix([((0, 0), 38), ((20, 35), 22), ((22, 40), 20), ((18, 28), 12), ((0, 35), 8)])
    case .engineer: Mix([((0, 0), 42), ((22, 40), 24), ((25, 45), 22), ((0, 45), 12)])
    }
  }

  /// Youngest and oldest of most seekers.
  var span: ClosedRange<Int> {
    switch self {
    case .labour, .craft: 19...56
    case .care: 30...58
    case .service, .sales: 18...45
    case .clerk, .office, .teacher, .nurse: 20...42
    case .engineer: 21...48
    }
  }
}
