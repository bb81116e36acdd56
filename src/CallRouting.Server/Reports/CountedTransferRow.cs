using CallRouting.Core.Reports;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>A counted transfer as it is stored. Without an ending it is not over, and counts nowhere.</summary>
public sealed class CountedTransferRow
{
    public string TransferId { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public string LineId { get; set; } = "";

    public string AreaCode { get; set; } = "";

    public LocalDate Day { get; set; }

    public int HalfHour { get; set; }

    public string Way { get; set; } = "";

    public bool Urgent { get; set; }

    public string Language { get; set; } = "";

    public string TargetGroup { get; set; } = "";

    public Instant? AcceptedAt { get; set; }

    public string? Ending { get; set; }

    public int? Rung { get; set; }

    public bool ByNeighbour { get; set; }

    public int? SecondsToAccept { get; set; }

    public int? SecondsToGiveUp { get; set; }

    public int SecondsInQueue { get; set; }

    public bool LostAfterwards { get; set; }

    public bool Misrouted { get; set; }

    public bool CountsAgainstOffice { get; set; }

    public CountedTransfer Counted() =>
        new()
        {
            Transfer = TransferId,
            Unit = UnitNumber,
            Line = LineId,
            Area = AreaCode,
            Day = Day,
            HalfHour = HalfHour,
            Way = Enum.Parse<Way>(Way),
            Urgent = Urgent,
            Language = Language,
            TargetGroup = TargetGroup,
            Ending = Ending is null ? Core.Reports.Ending.Ours : Enum.Parse<Ending>(Ending),
            Rung = Rung,
            ByNeighbour = ByNeighbour,
            SecondsToAccept = SecondsToAccept,
            SecondsToGiveUp = SecondsToGiveUp,
            SecondsInQueue = SecondsInQueue,
            LostAfterwards = LostAfterwards,
            Misrouted = Misrouted,
            CountsAgainstOffice = CountsAgainstOffice,
        };

    /// <param name="isOver">Otherwise it has no ending yet.</param>
    public static CountedTransferRow Of(CountedTransfer one, bool isOver = true) =>
        new()
        {
            TransferId = one.Transfer,
            UnitNumber = one.Unit,
            LineId = one.Line,
            AreaCode = one.Area,
            Day = one.Day,
            HalfHour = one.HalfHour,
            Way = one.Way.ToString(),
            Urgent = one.Urgent,
            Language = one.Language,
            TargetGroup = one.TargetGroup,
            Ending = isOver ? one.Ending.ToString() : null,
            Rung = one.Rung,
            ByNeighbour = one.ByNeighbour,
            SecondsToAccept = one.SecondsToAccept,
            SecondsToGiveUp = one.SecondsToGiveUp,
            SecondsInQueue = one.SecondsInQueue,
            LostAfterwards = one.LostAfterwards,
            Misrouted = one.Misrouted,
            CountsAgainstOffice = one.CountsAgainstOffice,
        };
}
