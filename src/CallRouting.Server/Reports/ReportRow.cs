using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

public sealed class ReportRow
{
    public string Id { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Name { get; set; } = "";

    public string Period { get; set; } = "";

    public LocalDate FirstDay { get; set; }

    public LocalDate LastDay { get; set; }

    public Instant MadeAt { get; set; }

    public string MadeBy { get; set; } = "";

    public LocalDate LastDayToObject { get; set; }

    public Instant? PublishedAt { get; set; }

    /// <summary>The version that holds: 0 until it is published.</summary>
    public int Version { get; set; }

    public Scope Scope => Scope.Read(Subject)!;

    public ReportPeriod Days => ReportPeriod.Read(Period)!;

    public ReportLife Life => new(MadeAt, LastDayToObject, PublishedAt);
}

/// <summary>What a report says, as it was written once.</summary>
public sealed class VersionRow
{
    public string ReportId { get; set; } = "";

    public int Version { get; set; }

    public string Content { get; set; } = "";

    public string Hash { get; set; } = "";

    public Instant MadeAt { get; set; }

    public string MadeBy { get; set; } = "";
}

public sealed class ObjectionRow
{
    public string Id { get; set; } = "";

    public string ReportId { get; set; } = "";

    public string TransferId { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public string AreaCode { get; set; } = "";

    public LocalDate Day { get; set; }

    public string Ending { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Words { get; set; } = "";

    public Instant MadeAt { get; set; }

    public string MadeBy { get; set; } = "";

    /// <summary>Null until it is ruled upon.</summary>
    public string? CountedAs { get; set; }

    public string? Why { get; set; }

    public Instant? RuledAt { get; set; }

    public string? RuledBy { get; set; }
}
