using System.Globalization;
using CallRouting.Core.Transfers;

namespace CallRouting.Core.Reports;

/// <summary>
/// What the timeline has to be told so that figures can be counted from it alone. The words are stored for years: add, never change.
/// </summary>
public static class CountStories
{
    /// <summary>What is known when a transfer begins, as <see cref="Offer"/> words it.</summary>
    public const string Offered = "offered to the line";

    /// <summary>Accepting is pressing 1 and being there; until here it was only pressed.</summary>
    public const string InRoom = "officer is in the room";

    /// <summary>Whoever was in the room is out of it again before the caller came: not accepted after all.</summary>
    public const string OutOfRoom = "officer left before the caller came";

    /// <summary>All its ringings together, when a transfer is over.</summary>
    public const string InQueue = "waited in the provider's queue in all";

    /// <summary>What a transfer's new state adds to the story of its counting.</summary>
    public static IEnumerable<Told> Of(Transfer before, Transfer after)
    {
        var (was, now) = (Counting.AcceptedAttempt(before), Counting.AcceptedAttempt(after));
        if (now is not null && now.Number != was?.Number)
        {
            yield return new Told(InRoom, now.Who.Name, Rung(after, now));
        }
        if (was is not null && now is null)
        {
            yield return new Told(OutOfRoom, was.Who.Name);
        }
        if (after.IsOver && Counting.QueueOf(after) is > 0 and var seconds)
        {
            yield return new Told(InQueue, Detail: string.Create(CultureInfo.InvariantCulture, $"{seconds} s"));
        }
    }

    /// <summary>"Menu; line 0104-general; nb; 3002; urgent; a rung is empty; neighbours Kari, Per; for youth 18–24".</summary>
    public static Told Offer(CountedTransfer began, Ladder ladder)
    {
        var neighbours = ladder
            .Rungs.Where(rung => rung.Neighbour)
            .SelectMany(rung => rung.People)
            .Select(who => who.Name)
            .Distinct()
            .ToList();
        string?[] parts =
        [
            began.Way.ToString(),
            $"line {began.Line}",
            began.Language,
            began.Area.Length == 0 ? null : began.Area,
            began.Urgent ? "urgent" : null,
            Attributions.NobodyWasNamed(ladder) ? "a rung is empty" : null,
            neighbours.Count == 0 ? null : $"neighbours {string.Join(", ", neighbours)}",
            began.TargetGroup.Length == 0 ? null : $"for {began.TargetGroup}",
        ];
        return new Told(Offered, Detail: string.Join("; ", parts.OfType<string>()));
    }

    private static string Rung(Transfer transfer, Attempt attempt)
    {
        var rung = TransferRules.RungOf(transfer, attempt);
        var number = Counting.NumberOf(transfer.Ladder, rung).ToString(CultureInfo.InvariantCulture);
        return rung.Neighbour ? $"rung {number}, another office" : $"rung {number}";
    }
}
