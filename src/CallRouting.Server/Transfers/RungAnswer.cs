using CallRouting.Core.Transfers;

namespace CallRouting.Server.Transfers;

/// <summary>One rung of a ladder as an agent sees it climbed.</summary>
/// <param name="Rung">primary, backup, all, lead, fixed line or neighbour.</param>
/// <param name="RingSeconds">The provider adds up to 5 s.</param>
public sealed record RungAnswer(string Rung, bool Together, int RingSeconds, IReadOnlyList<RungPerson> People)
{
    public static RungAnswer Of(Transfer transfer, Rung rung) =>
        new(
            rung.Name,
            rung.Together,
            (int)rung.RingFor.TotalSeconds,
            [.. rung.People.Select(who => new RungPerson(who.Name, StateOf(transfer, rung, who)))]
        );

    // In the present climb: after a lost officer the ladder is climbed afresh.
    private static string StateOf(Transfer transfer, Rung rung, Reachable who) =>
        transfer
            .Attempts.Skip(transfer.ClimbFrom - 1)
            .LastOrDefault(attempt => attempt.Who.Phone == who.Phone && ReferenceEquals(TransferRules.RungOf(transfer, attempt), rung))
            is { } attempt
            ? StateOf(attempt)
        : transfer.State is Ringing or AwaitingPhone ? "Next"
        : "NotRung";

    private static string StateOf(Attempt attempt) =>
        attempt.Phase switch
        {
            AttemptPhase.Ended => $"{attempt.Outcome}",
            AttemptPhase.Dialling => nameof(AttemptPhase.Ringing),
            var phase => $"{phase}",
        };
}

/// <param name="State">
/// Next while the ladder may still reach the person; Ringing, Listening, FindingRoom or Accepted; how it ended (Accepted, Declined, NoAnswer,
/// Busy, AnsweredNotAccepted, BadNumber, CarrierFailure, OurFailure, Withdrawn, Skipped); NotRung when it was over before.
/// </param>
public sealed record RungPerson(string Name, string State);
