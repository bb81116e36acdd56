using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>What an officer, or the officer's phone, does in a story: always about the latest time that it was rung.</summary>
internal sealed class OfficerInStory(TransferStory story, string name)
{
    public Attempt Attempt =>
        story.Transfer.Attempts.LastOrDefault(attempt => attempt.Who.Name == name)
        ?? throw new InvalidOperationException($"{name} was not rung in this story. Tried: {string.Join(", ", story.Tried)}");

    public int Number => Attempt.Number;

    public Outcome? Outcome => Attempt.Outcome;

    public TransferStory Rings() => story.Tell(new AttemptSent(Number), new AttemptRinging(Number));

    public TransferStory Answers() =>
        Attempt.Phase == AttemptPhase.Dialling ? Rings().Tell(new AttemptAnswered(Number)) : story.Tell(new AttemptAnswered(Number));

    public TransferStory Presses(char key) => story.Tell(new OfficerPressed(Number, key));

    public TransferStory Accepts() => Attempt.HasAnswered ? Presses('1') : Answers()[name].Presses('1');

    public TransferStory Declines() => Answers()[name].Presses('2');

    public TransferStory AsksForAMinute() => Answers()[name].Presses('3');

    public TransferStory Enters() => story.Tell(new OfficerEntered(Number));

    public TransferStory DoesNotAnswer() => Ends(LegEnding.NoAnswer);

    public TransferStory HangsUp() => Ends(LegEnding.Completed);

    public TransferStory Ends(LegEnding ending) => story.Tell(new AttemptEnded(Number, ending));
}
