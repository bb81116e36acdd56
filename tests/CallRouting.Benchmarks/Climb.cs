using System.Collections.Immutable;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Benchmarks;

/// <summary>A ladder of primary, backup and lead, of whom nobody answers: every decision from start to unanswered.</summary>
internal sealed class Climb
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly Transfer transfer = new()
    {
        Id = new("transfer"),
        Call = new("call"),
        Ladder = new([Rung("Primary", 1), Rung("Backup", 2), Rung("Lead", 3)], Rounds: 1, Duration.FromSeconds(120)),
        State = Ringing.NotYet,
        StartedAt = Ten,
        ClimbSince = Ten,
        CallerIsOnLine = true,
    };

    public Transfer ToTheEnd()
    {
        var now = TransferRules.Start(transfer, At(0)).Transfer;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var begin = 26 * (attempt - 1);
            now = TransferRules.Next(now, new AttemptSent(attempt), At(begin)).Transfer;
            now = TransferRules.Next(now, new AttemptRinging(attempt), At(begin + 1)).Transfer;
            now = TransferRules.Next(now, new AttemptEnded(attempt, LegEnding.NoAnswer), At(begin + 26)).Transfer;
        }
        return now.State is Unanswered ? now : throw new InvalidOperationException($"The ladder ended in {now.State}.");
    }

    private static Moment At(int seconds) => new(Ten + Duration.FromSeconds(seconds), ImmutableHashSet<string>.Empty);

    private static Rung Rung(string name, int number) =>
        new(name, [new Reachable($"officer-{number}", name, new PhoneNumber($"+471202330{number}"))], Duration.FromSeconds(20));
}
