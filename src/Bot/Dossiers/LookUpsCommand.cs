using System.Globalization;
using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers;

/// <summary>"dossiers look-ups CODE [--Data:Path=… | --Storage:Postgres=…]": who has looked a dossier up, for its owner's question whether somebody spies on it.</summary>
public static class LookUpsCommand
{
    /// <summary>Runs the command and returns the exit code: 0 done, 1 refused, 2 not understood.</summary>
    public static async Task<int> RunAsync(string[] arguments, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (arguments.Where(a => !a.StartsWith('-')).ToArray() is not [var written] || DossierCode.Parse(written) is not { } code)
        {
            errors.WriteLine("Cách dùng: dossiers look-ups MÃ-HỒ-SƠ [--Data:Path=… | --Storage:Postgres=…]");
            return 2;
        }
        return await StoreCommand.RunAsync(arguments.Where(a => a.StartsWith('-')), errors, (_, database) =>
        {
            var found = new LookUpLog(database, new KeyedHash(new Keys(database)), time).Of(code);
            foreach (var (at, conversation, outcome) in found)
                output.WriteLine($"{at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {conversation} {Words(outcome)}");
            output.WriteLine($"{found.Count} lần tra cứu {code}");
            return Task.FromResult(0);
        });
    }

    private static string Words(string outcome) => outcome.TrimEnd('+') switch
    {
        nameof(LookUp.Found) => "đã cho xem",
        nameof(LookUp.NoMatch) => "không khớp",
        nameof(LookUp.Limited) => "bị chặn vì thử quá nhiều",
        _ => "không tra được",
    } + (outcome.EndsWith('+') ? " (đã chứng minh trước đó)" : "");
}
