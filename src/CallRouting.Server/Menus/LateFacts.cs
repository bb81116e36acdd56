using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;
using CallRouting.Server.Database;
using CallRouting.Server.Queue;
using CallRouting.Server.Rosters;

namespace CallRouting.Server.Menus;

/// <summary>
/// Facts that few steps of the menu turn on, and that cost several questions to the database. A step that asks for one gets a
/// stand-in, and is taken again when the fact has been fetched.
/// </summary>
internal sealed class LateFacts(QueueFigures figures, NumberStore numbers, Func<UnitOfWork, Task<string>> drawCode)
{
    private readonly Late<QueueFacts> queue = new(QueueFacts.Nobody);
    private readonly Late<string> code = new("00000");

    // Some number, so that a prompt which says it can be said.
    private readonly Late<Func<string, PhoneNumber?>> emergency = new(_ => new PhoneNumber("+4700000000"));

    public MenuFacts Beside(MenuFacts known, Func<MenuVisit, string?> municipalityOf) =>
        known with
        {
            Queue = queue.Ask,
            FreshCode = code.Ask,
            EmergencyNumber = visit => municipalityOf(visit) is { } municipality ? emergency.Ask()(municipality) : null,
        };

    /// <summary>Looks at what was asked for, and tells whether there was anything.</summary>
    public async Task<bool> Fetched(UnitOfWork unit) =>
        await queue.Fetch(() => figures.Facts(unit))
        | await code.Fetch(() => drawCode(unit))
        | await emergency.Fetch(() => Emergency(unit));

    private async Task<Func<string, PhoneNumber?>> Emergency(UnitOfWork unit)
    {
        var all = await numbers.EmergencyNumbers(unit);
        return municipality => all.TryGetValue(municipality, out var number) ? number : null;
    }

    private sealed class Late<T>(T standIn)
    {
        private T value = standIn;
        private bool asked;
        private bool known;

        public T Ask()
        {
            asked = true;
            return value;
        }

        public async Task<bool> Fetch(Func<Task<T>> fetch)
        {
            if (!asked || known)
            {
                return false;
            }
            (value, known) = (await fetch(), true);
            return true;
        }
    }
}
