using System.Text.Json.Serialization;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>How far a report has come.</summary>
/// <param name="MadeAt">When its figures were laid before the offices.</param>
/// <param name="LastDayToObject">The Norwegian day until whose end rows may be contested.</param>
/// <param name="PublishedAt">Null until then; afterwards nothing of it changes any more.</param>
public sealed record ReportLife(Instant MadeAt, LocalDate LastDayToObject, Instant? PublishedAt);

/// <summary>Why an office contests how a row is counted. Stored by name: add, never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObjectionReason>))]
public enum ObjectionReason
{
    /// <summary>A telephone, a network or this service did not work.</summary>
    TechnicalFailure,

    /// <summary>The caller belonged to another office.</summary>
    WrongOffice,

    /// <summary>The caller was helped, but not by pressing 1.</summary>
    HelpedAnotherWay,

    /// <summary>It was no caller.</summary>
    TestCall,

    /// <summary>The same caller is counted twice.</summary>
    Duplicate,

    /// <summary>By agreement another office kept the line.</summary>
    KeptByAnother,

    Other,
}

/// <summary>How a row is counted after a ruling. Stored by name: add, never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountedAs>))]
public enum CountedAs
{
    /// <summary>The objection is rejected.</summary>
    Unchanged,

    /// <summary>Not offered: nobody holds it against the office.</summary>
    NotTheOffice,

    AcceptedByOffice,

    AcceptedByNeighbour,
}

/// <summary>Why something cannot be done with a report now. Each is a sentence at the door.</summary>
public enum ReportRefusal
{
    Published,
    TooLate,
    NotYetMade,
    AlreadyContested,
    AlreadyRuled,
    OwnOffice,
    NotTheirRow,
    NotInReport,
    ObjectionsOpen,
    StillOpen,
}

/// <summary>The life of a report: made, open for objection for ten working days, ruled upon, published, and then for ever as it is. Pure.</summary>
public static class ReportRules
{
    public const int ObjectionDays = 10;

    /// <summary>The tenth working day after the one on which it was made.</summary>
    public static LocalDate LastDayToObject(Instant made, OpeningHours hours)
    {
        var day = made.OsloDate();
        for (var left = ObjectionDays; left > 0; )
        {
            day = day.PlusDays(1);
            left -= hours.IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>The day on which reports of a period are made: the first working day after it.</summary>
    public static LocalDate MadeOn(ReportPeriod period, OpeningHours hours)
    {
        var day = period.Last.PlusDays(1);
        while (!hours.IsWorkingDay(day))
        {
            day = day.PlusDays(1);
        }
        return day;
    }

    /// <summary>Null when the row may be contested.</summary>
    /// <param name="mayAct">Whether whoever contests acts for the row's office.</param>
    public static ReportRefusal? Objecting(ReportLife life, CountedTransfer row, bool mayAct, bool contested, Instant now) =>
        life.PublishedAt is not null ? ReportRefusal.Published
        : now.OsloDate() > life.LastDayToObject ? ReportRefusal.TooLate
        : !mayAct ? ReportRefusal.NotTheirRow
        : contested ? ReportRefusal.AlreadyContested
        : null;

    /// <summary>Null when the objection may be ruled upon.</summary>
    /// <param name="ofThatOffice">Whoever rules belongs to the office that contests.</param>
    public static ReportRefusal? Ruling(ReportLife life, bool ruled, bool ofThatOffice) =>
        life.PublishedAt is not null ? ReportRefusal.Published
        : ruled ? ReportRefusal.AlreadyRuled
        : ofThatOffice ? ReportRefusal.OwnOffice
        : null;

    /// <summary>Null when it may be published: objections can come no more, and each has its ruling.</summary>
    /// <param name="unruled">Objections to rows of this report, in whichever report they were made.</param>
    public static ReportRefusal? Publishing(ReportLife life, int unruled, Instant now) =>
        life.PublishedAt is not null ? ReportRefusal.Published
        : now.OsloDate() <= life.LastDayToObject ? ReportRefusal.StillOpen
        : unruled > 0 ? ReportRefusal.ObjectionsOpen
        : null;
}
