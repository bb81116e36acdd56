using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Whether a draft says something that can be kept.</summary>
public static class DraftRules
{
    /// <summary>
    /// What is wrong with the plan hinders. A swap or an override that the plan has outlived has no effect, and is only told.
    /// </summary>
    /// <param name="officers">Ids of everybody whom the line may name.</param>
    public static IReadOnlyList<DraftProblem> Check(Roster draft, IReadOnlySet<string> officers) =>
        [
            .. Layers(draft, officers),
            .. Rules(draft, officers),
            .. Leave(draft),
            .. SwapRules.Check(draft, officers),
            .. Overrides(draft, officers),
        ];

    private static IEnumerable<DraftProblem> Layers(Roster draft, IReadOnlySet<string> officers)
    {
        if (draft.Layers.Count == 0)
            yield return new("layers", "There is none. A line has at least one, primary.");
        foreach (var role in draft.Layers.CountBy(layer => layer.Role).Where(role => role.Value > 1))
            yield return new($"layer {role.Key}", "It stands there twice. Each layer stands once.");
        if (!draft.Layers.Select(layer => layer.Role).SequenceEqual(draft.Layers.Select(layer => layer.Role).Order()))
            yield return new("layers", "They are not in the order in which they are rung: primary, backup, third, fourth, fifth.");
        foreach (var layer in draft.Layers)
        foreach (var unknown in layer.Fallback.Where(id => !officers.Contains(id)))
            yield return Unknown($"layer {layer.Role}", unknown);
    }

    private static IEnumerable<DraftProblem> Rules(Roster draft, IReadOnlySet<string> officers)
    {
        foreach (var id in draft.Rules.Where(rule => rule.Id.ToString().Length > 0).CountBy(rule => rule.Id).Where(id => id.Value > 1))
            yield return new($"rule {id.Key}", "Two rules have this id. Swaps could not tell them apart: give each its own.");
        foreach (var rule in draft.Rules)
        {
            if (rule.Id.ToString().Length == 0)
                yield return new("rules", "A rule has no id. Give each its own, and keep it when the rule is edited.");
            foreach (var problem in Rule(rule, draft, officers))
                yield return problem with
                {
                    Where = $"rule {rule.Id}",
                };
        }
    }

    private static IEnumerable<DraftProblem> Rule(RosterRule rule, Roster draft, IReadOnlySet<string> officers)
    {
        if (draft.Layers.All(layer => layer.Role != rule.Role))
            yield return NoLayer("", rule.Role);
        if (rule.Week.Days is Weekdays.None or < 0 or > Weekdays.All)
            yield return new("", "It begins on no weekday. Choose at least one from Monday to Sunday.");
        if (rule.ValidTo < rule.ValidFrom)
            yield return new("", $"Its last date, {rule.ValidTo:uuuu-MM-dd}, is before its first, {rule.ValidFrom:uuuu-MM-dd}.");
        foreach (var unknown in rule.Officers.Distinct().Where(id => !officers.Contains(id)))
            yield return Unknown("", unknown);
        if (rule is Rotation rotation)
            foreach (var problem in Turns(rotation))
                yield return problem;
    }

    private static IEnumerable<DraftProblem> Turns(Rotation rotation)
    {
        if (rotation.Order.Count == 0)
            yield return new("", "Nobody takes turns in it. Name at least one officer.");
        if (rotation.Length.Count is < 1 or > TurnLength.Most)
            yield return new(
                "",
                $"A turn of {rotation.Length.Count} is not one. A turn lasts 1 to {TurnLength.Most} hours, days, duty days or weeks."
            );
        if (rotation.StartsWith < 0 || rotation.StartsWith >= Math.Max(1, rotation.Order.Count))
            yield return new(
                "",
                $"It starts with place {rotation.StartsWith} of the order, which has places 0 to {rotation.Order.Count - 1}."
            );
        if (rotation.HandOverDay is not null && rotation.Length.Unit != TurnUnit.Week)
            yield return new("", "Only turns that are counted in weeks have a weekday of hand-over.");
    }

    private static IEnumerable<DraftProblem> Leave(Roster draft) =>
        draft
            .Leave.Where(leave => leave.Last < leave.First)
            .Select(leave => new DraftProblem(
                $"leave {leave.Id}",
                $"Its last day, {leave.Last:uuuu-MM-dd}, is before its first, {leave.First:uuuu-MM-dd}."
            ));

    private static IEnumerable<DraftProblem> Overrides(Roster draft, IReadOnlySet<string> officers)
    {
        foreach (var made in draft.Overrides.Where(made => made.Decided.Stands))
        {
            var where = $"override {made.Id}";
            if (draft.Layers.All(layer => layer.Role != made.Role))
                yield return NoLayer(where, made.Role) with
                {
                    Hinders = false,
                };
            if (!made.When.HasStart || !made.When.HasEnd || made.When.Duration == Duration.Zero)
                yield return new(where, "It has no length. Give it a beginning and a later end.");
            if (!HasItsOfficers(made))
                yield return new(
                    where,
                    "To add names whom to put on; to remove, whom to take off; to replace, whom to put on, and perhaps instead of whom."
                );
            if (made.In is { } officer && !officers.Contains(officer))
                yield return Unknown(where, officer) with
                {
                    Hinders = false,
                };
        }
    }

    private static bool HasItsOfficers(Override made) =>
        made.Kind switch
        {
            OverrideKind.Add => made is { In: not null, Out: null },
            OverrideKind.Remove => made is { In: null, Out: not null },
            _ => made.In is not null && made.In != made.Out,
        };

    private static DraftProblem NoLayer(string where, DutyRole role) =>
        new(where, $"The line has no layer {role}. Add the layer, or choose another.");

    internal static DraftProblem Unknown(string where, string officer) =>
        new(where, $"\"{officer}\" is not an officer whom this line may name.");
}
