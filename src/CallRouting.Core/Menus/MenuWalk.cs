using System.Collections.Immutable;
using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>A caller's way through a flow. Pure: the same visit, keys and facts give the same turn.</summary>
public static class MenuWalk
{
    private const int MaxTries = 2;

    /// <summary>Begins at an entry of the flow, with all that the visit already knows.</summary>
    public static MenuTurn Enter(Flow flow, string entry, MenuVisit visit, MenuFacts facts)
    {
        var entering = visit with
        {
            Return = null,
            PendingDigits = null,
            Office = visit.Office ?? facts.OfficeOfNumberCalled,
            TriedOffice = entry is Entries.Unanswered or Entries.UnansweredUrgent ? visit.Office : visit.TriedOffice,
            Served = entry == Entries.Afterwards,
        };
        return Arrive(new Step(flow, entering, facts), flow.EntryNode(entry));
    }

    /// <summary>Takes the keys that were pressed; none is silence. At an end it only tells the end again.</summary>
    public static MenuTurn Hear(Flow flow, MenuVisit visit, string keys, MenuFacts facts)
    {
        if (flow[visit.Node] is not Node.Asking node)
            return Ask(flow, visit, facts);

        var step = new Step(flow, visit, facts);
        return Answers.Of(node, keys, visit, facts) switch
        {
            Answer.Chosen chosen => Follow(step with { Visit = chosen.Visit }, chosen.Exit),
            Answer.Again => Stop(step with { Saying = [.. visit.Saying.Where(id => id != node.Invalid)] }, page: 0),
            Answer.NextPage => Stop(step, visit.Page + 1),
            Answer.None => TryAgain(step, node, node.Silence.After, node.Say),
            _ => TryAgain(step, node, MaxTries, [node.Invalid, .. node.Say]),
        };
    }

    /// <summary>Goes on after the caller was sent on to another number; anywhere else it only says again what was said.</summary>
    public static MenuTurn Forwarded(Flow flow, MenuVisit visit, bool answered, MenuFacts facts) =>
        flow[visit.Node] is Node.Forward node
            ? Follow(new Step(flow, visit with { Served = answered }, facts), answered ? node.Answered : node.NoAnswer)
            : Ask(flow, visit, facts);

    /// <summary>Says what was said last, without counting a try: for a request that comes twice.</summary>
    public static MenuTurn Ask(Flow flow, MenuVisit visit, MenuFacts facts) => Turn(new Step(flow, visit, facts));

    private static MenuTurn Follow(Step step, Exit exit)
    {
        var spoken = exit.Speak is { } change
            ? step with
            {
                Visit = step.Visit with { Language = change.GetValueOrDefault(step.Visit.Language, step.Visit.Language) },
            }
            : step;
        return Go(exit.Do.Aggregate(spoken, Acts.Settle), exit.To);
    }

    private static MenuTurn Go(Step step, string target) =>
        target == Node.Back ? Arrive(step with { Visit = step.Visit with { Return = null } }, step.Visit.Return!) : Arrive(step, target);

    // Ends: a circle of nodes that ask nothing is refused when the flow is loaded.
    private static MenuTurn Arrive(Step step, string name)
    {
        var node = step.Flow[name];
        var here = step with { Visit = step.Visit with { Node = name, Tries = 0 }, Saying = step.Saying.AddRange(node.Say) };
        return node switch
        {
            Node.Tell tell => Follow(here, tell.To),
            Node.If branch => Follow(here, Questions.Answer(branch.Question, here.Visit, here.Facts) ? branch.Yes : branch.No),
            Node.Switch turned => Follow(here, turned.IsOn ? turned.On : turned.Off),
            Node.Forward => Stop(here with { Visit = here.Visit with { Served = true } }, page: 0),
            Node.End { Ending: Ending.Connect or Ending.WaitForAgent } => Stop(
                here with
                {
                    Visit = here.Visit with { Served = false },
                },
                page: 0
            ),
            Node.First first => Follow(here with { Visit = here.Visit with { Return = first.Then } }, first.Detour),
            _ => Stop(here, page: 0),
        };
    }

    private static MenuTurn TryAgain(Step step, Node.Asking node, int tries, IEnumerable<string> saying) =>
        step.Visit.Tries + 1 >= tries
            ? Follow(step, node.Silence.Exit)
            : Stop(step with { Visit = step.Visit with { Tries = step.Visit.Tries + 1 }, Saying = [.. saying] }, step.Visit.Page);

    private static MenuTurn Stop(Step step, int page) => Turn(step with { Visit = step.Visit with { Saying = step.Saying, Page = page } });

    private static MenuTurn Turn(Step step)
    {
        var node = step.Flow[step.Visit.Node];
        return new MenuTurn(
            step.Visit,
            MenuSpeech.Of(step.Flow, step.Visit, step.Facts),
            node is Node.Asking asking ? Answers.Expected(asking, step.Visit, step.Facts) : null,
            node switch
            {
                Node.End end => OutcomeOf(end.Ending, step.Visit),
                Node.Forward forward => new MenuOutcome.Forward(step.Flow.Content.Numbers[forward.Number]),
                _ => null,
            },
            step.Effects
        );
    }

    private static MenuOutcome OutcomeOf(Ending ending, MenuVisit visit) =>
        ending switch
        {
            Ending.Connect when visit.Office is { } office => new MenuOutcome.Connect(office, visit.CallbackId),
            // Without an office there is nobody to ring, but there is always a human.
            Ending.Connect or Ending.WaitForAgent => new MenuOutcome.WaitForAgent(visit.CallbackId),
            Ending.KeepPlace => new MenuOutcome.KeepPlace(),
            _ => new MenuOutcome.HangUp(),
        };
}

/// <summary>On the way from one answer to the next node that waits.</summary>
internal sealed record Step(Flow Flow, MenuVisit Visit, MenuFacts Facts)
{
    public ImmutableList<string> Saying { get; init; } = [];

    public ImmutableList<MenuEffect> Effects { get; init; } = [];
}
