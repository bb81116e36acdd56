using CallRouting.Core.Calls;
using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>What an act makes of a visit, and what the server must do about it.</summary>
internal static class Acts
{
    public static Step Settle(Step step, Act act) =>
        act switch
        {
            Act.Urgent => step with { Visit = step.Visit with { Urgency = Urgency.Urgent } },
            Act.CanWait => step with { Visit = step.Visit with { Urgency = Urgency.CanWait } },
            Act.KeepPlace => step with { Visit = KeepPlace(step.Visit, step.Facts) },
            Act.KeepNumber => KeepNumber(step),
            Act.GiveCode => GiveCode(step),
            Act.PromiseCallback => Promise(step, step.Visit.Office),
            Act.PromiseCallbackOfCentre => Promise(step, office: null),
            Act.Helped => Answered(step, gotHelp: true),
            Act.NotHelped => Answered(step, gotHelp: false),
            Act.MayText => step with { Visit = step.Visit with { MayText = true }, Effects = step.Effects.Add(new MenuEffect.MayText()) },
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };

    private static MenuVisit KeepPlace(MenuVisit visit, MenuFacts facts)
    {
        var today = facts.Now.OsloDate();
        if (visit.PendingDigits is not { } postcode || facts.Places.AtPostcode(postcode, today) is not { } place)
            return visit;

        return visit with
        {
            Postcode = postcode,
            AreaCode = place.AreaCode,
            Office = facts.Places.OfficeOf(place.AreaCode, today)?.Unit,
        };
    }

    private static Step KeepNumber(Step step)
    {
        if (step.Facts.Plan.CallbackNumber(step.Visit.PendingDigits).Number is not { } number)
            return step;

        return step with
        {
            Visit = step.Visit with { CallbackNumber = number },
            Effects = step.Effects.Add(new MenuEffect.RingOnNumber(number)),
        };
    }

    private static Step GiveCode(Step step)
    {
        var code = step.Facts.FreshCode();
        return step with
        {
            Visit = step.Visit with { CallbackNumber = null, Code = code, CannotBeRung = true },
            Effects = step.Effects.Add(new MenuEffect.GiveCode(code)),
        };
    }

    private static Step Answered(Step step, bool gotHelp) => step with { Effects = step.Effects.Add(new MenuEffect.SaidHelped(gotHelp)) };

    private static Step Promise(Step step, UnitNumber? office) =>
        step with
        {
            Visit = step.Visit with { Promised = true },
            Effects = step.Effects.Add(new MenuEffect.PromiseCallback(office)),
        };
}
