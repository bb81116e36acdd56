using System.Globalization;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>One line of the timeline of one transfer.</summary>
public sealed record Happened(Instant At, string Kind, string? Who, string? Detail, string Transfer, string Unit);

/// <summary>
/// Counts a transfer from what the timeline tells of it, and from nothing else: a witness against <see cref="Counting"/>, which sees the
/// transfer itself. It follows the published definitions and none of the other's code.
/// </summary>
public sealed class Recount
{
    private static readonly string[] TheOffices =
    [
        Stories.Of(Outcome.Declined),
        Stories.Of(Outcome.NoAnswer),
        Stories.Of(Outcome.Busy),
        Stories.Of(Outcome.AnsweredNotAccepted),
        Stories.Of(Outcome.BadNumber),
    ];

    private static readonly string Withdrawn = Stories.Of(Outcome.Withdrawn);
    private static readonly string Skipped = Stories.Of(Outcome.Skipped);

    private CountedTransfer? offered;
    private Instant begunAt;
    private Instant? acceptedAt;
    private string? over;
    private Instant overAt;
    private bool emptyRung;
    private int againstOffice;
    private int stillTried;

    private Recount() { }

    /// <summary>Null for a transfer that is not over, or was begun before anything was counted.</summary>
    /// <param name="story">Of one transfer, in the order in which it was told.</param>
    public static CountedTransfer? Of(IEnumerable<Happened> story)
    {
        var recount = new Recount();
        foreach (var happened in story)
        {
            recount.Hear(happened);
        }
        return recount.Verdict();
    }

    private void Hear(Happened happened)
    {
        switch (happened.Kind)
        {
            case CountStories.Offered:
                Begin(happened);
                break;
            case CountStories.InRoom:
                acceptedAt = happened.At;
                offered = offered! with
                {
                    Rung = RungIn(happened.Detail!),
                    ByNeighbour = happened.Detail!.EndsWith(CountWords.ByNeighbour, StringComparison.Ordinal),
                };
                break;
            case CountStories.OutOfRoom:
                acceptedAt = null;
                offered = offered! with { Rung = null, ByNeighbour = false };
                break;
            case CountStories.AnotherOffice:
                Weigh(happened.Detail!, why: SkipReasons.Busy, -1);
                break;
            case CountStories.InQueue:
                offered = offered! with
                {
                    SecondsInQueue = Number(happened.Detail!.Replace(CountWords.Seconds, "", StringComparison.Ordinal)),
                };
                break;
            case Stories.WrongOffice:
                offered = offered! with { Misrouted = true };
                break;
            case Stories.Completed or Stories.Returned or Stories.Unanswered or Stories.Cancelled or Stories.Abandoned or Stories.PassedOn:
                (over, overAt) = (happened.Kind, happened.At);
                break;
            default:
                Weigh(happened.Kind, happened.Detail, 1);
                break;
        }
    }

    private void Begin(Happened happened)
    {
        var words = happened.Detail!.Split(CountWords.Between + CountWords.For, 2);
        var parts = words[0].Split(CountWords.Between);
        var wall = happened.At.InOslo();
        begunAt = happened.At;
        emptyRung = parts.Contains(CountWords.EmptyRung);
        offered = new()
        {
            Transfer = happened.Transfer,
            Unit = happened.Unit,
            Line = parts[2][CountWords.Line.Length..],
            Area = parts.Skip(3).FirstOrDefault(part => part.All(char.IsAsciiDigit)) ?? "",
            Day = wall.Date,
            HalfHour = wall.TimeOfDay.Hour * 2 + (wall.TimeOfDay.Minute >= 30 ? 1 : 0),
            Way = Enum.Parse<Way>(parts[0]),
            Urgent = parts.Skip(3).Contains(CountWords.Urgent),
            Language = parts[1],
            TargetGroup = words.ElementAtOrDefault(1) ?? "",
            Ending = Ending.Ours,
        };
    }

    // Who was not reached counts against the office, or was at least still being tried.
    private void Weigh(string outcome, string? why, int weight)
    {
        if (TheOffices.Contains(outcome) || (outcome == Skipped && why is SkipReasons.Busy or SkipReasons.Paused))
        {
            againstOffice += weight;
        }
        else if (outcome == Withdrawn)
        {
            stillTried += weight;
        }
    }

    private CountedTransfer? Verdict()
    {
        if (offered is null || over is null)
        {
            return null;
        }
        var gaveUp = acceptedAt is null && over is Stories.Abandoned or Stories.Cancelled;
        var waited = (int)(overAt - begunAt).TotalSeconds;
        return offered with
        {
            Ending = EndingAfter(waited - offered.SecondsInQueue),
            SecondsToAccept = acceptedAt is { } at ? (int)(at - begunAt).TotalSeconds : null,
            SecondsToGiveUp = gaveUp ? waited : null,
            LostAfterwards = acceptedAt is not null && over is Stories.Unanswered or Stories.Abandoned,
            CountsAgainstOffice = over == Stories.Unanswered && (emptyRung || againstOffice > 0),
        };
    }

    private Ending EndingAfter(int patience)
    {
        if (acceptedAt is not null)
        {
            return Ending.Accepted;
        }
        if (over == Stories.Unanswered)
        {
            return emptyRung || againstOffice > 0 ? Ending.Exhausted : Ending.Ours;
        }
        var byAgent = over == Stories.Cancelled;
        if (patience < 10)
        {
            return byAgent ? Ending.ShortCancelled : Ending.ShortAbandoned;
        }
        return againstOffice + stillTried == 0 ? Ending.Ours
            : byAgent ? Ending.Cancelled
            : Ending.Abandoned;
    }

    private static int RungIn(string detail) =>
        Number(detail.Replace(CountWords.ByNeighbour, "", StringComparison.Ordinal)[CountWords.Rung.Length..]);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
