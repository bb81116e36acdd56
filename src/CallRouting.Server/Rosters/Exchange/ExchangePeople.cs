using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Whom a file may name: by id, or by name where only one has it.</summary>
public sealed class ExchangePeople(IReadOnlyList<Officer> officers)
{
    private const int MostNamed = 20;

    private string Allowed =>
        $"Allowed: {string.Join(", ", officers.Take(MostNamed).Select(officer => $"{officer.Name} ({officer.Id})"))}{(officers.Count > MostNamed ? ", …" : "")}.";

    /// <summary>The officer's id.</summary>
    internal string Find(string field, string text)
    {
        if (text.Length == 0)
        {
            throw new RefusedRowException(field, text, $"Nobody is named. {Allowed}");
        }
        if (officers.FirstOrDefault(officer => officer.Id == text) is { } byId)
        {
            return byId.Id;
        }
        var named = officers.Where(officer => string.Equals(officer.Name, text, StringComparison.OrdinalIgnoreCase)).ToList();
        return named switch
        {
            [var one] => one.Id,
            [] => throw new RefusedRowException(field, text, $"The line has nobody of this name or id. {Allowed}"),
            _ => throw new RefusedRowException(
                field,
                text,
                $"Several have this name. Give the id: {string.Join(", ", named.Select(officer => officer.Id))}."
            ),
        };
    }
}
