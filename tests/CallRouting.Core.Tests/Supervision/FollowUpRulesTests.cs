using CallRouting.Core.Supervision;

namespace CallRouting.Core.Tests.Supervision;

public sealed class FollowUpRulesTests
{
    [TestCase(FlagState.Open, FollowUpAct.Question, FlagState.Asked)]
    [TestCase(FlagState.Open, FollowUpAct.Answer, null)]
    [TestCase(FlagState.Open, FollowUpAct.Closing, FlagState.Closed)]
    [TestCase(FlagState.Asked, FollowUpAct.Question, null)]
    [TestCase(FlagState.Asked, FollowUpAct.Answer, FlagState.Answered)]
    [TestCase(FlagState.Asked, FollowUpAct.Closing, FlagState.Closed)]
    [TestCase(FlagState.Answered, FollowUpAct.Question, FlagState.Asked)]
    [TestCase(FlagState.Answered, FollowUpAct.Answer, null)]
    [TestCase(FlagState.Answered, FollowUpAct.Closing, FlagState.Closed)]
    [TestCase(FlagState.Closed, FollowUpAct.Question, null)]
    [TestCase(FlagState.Closed, FollowUpAct.Answer, null)]
    [TestCase(FlagState.Closed, FollowUpAct.Closing, null)]
    public void Every_state_and_act_has_its_answer(FlagState state, FollowUpAct act, FlagState? expected)
    {
        Assert.That(FollowUpRules.After(state, act), Is.EqualTo(expected));
        if (expected is null)
            Assert.That(FollowUpRules.Refusal(state, act), Does.EndWith("."));
    }

    [Test]
    public void A_question_that_nobody_has_answered_comes_first_and_what_is_closed_last() =>
        Assert.That(
            Enum.GetValues<FlagState>().Order(),
            Is.EqualTo(new[] { FlagState.Asked, FlagState.Answered, FlagState.Open, FlagState.Closed })
        );
}
