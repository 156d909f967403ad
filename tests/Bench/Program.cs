using Bench;

// What can be measured; each command prints what it saw and nothing else.
return args switch
{
    ["turns", ..] => Turns.Run(),
    ["road", .. var only] => await Road.RunAsync(only),
    ["faults", .. var options] => await Bench.Faults.FaultRun.RunAsync(options),
    ["staff", .. var options] => await Bench.Staff.StaffRun.RunAsync(options),
    ["word"] => Bench.Staff.WordRun.Run(),
    ["guessing"] => await Bench.Dossiers.Guessing.RunAsync(),
    ["dossiers", .. var options] => await Bench.Dossiers.DossierRun.RunAsync(options),
    ["questions", .. var files] => Questions.Run(files),
    ["examples", .. var settings] => Examples.Run(settings),
    ["retrieval", .. var options] => Retrieval.Run(options),
    ["tuning", .. var options] => Tuning.Run(options),
    ["scale", .. var options] => Scale.Run(options),
    ["compare", .. var options] => Comparison.Run(options),
    ["gate", .. var options] => Bench.Gate.GateRun.Run(options),
    ["why", .. var words] => Why.Run(string.Join(' ', words)),
    ["calibration", .. var files] => Calibration.Run(files),
    ["echo", var url] => KestrelEcho.Run(url),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        dotnet run -c Release --project tests/Bench -- turns             decisions a second and bytes a decision, on one thread
        dotnet run -c Release --project tests/Bench -- road [push|line] [postgres] [--minutes N]   messages on the whole road, by Messenger (on both stores) and Direct Line, beside bare Kestrel and the npm botbuilder SDK
        dotnet run -c Release --project tests/Bench -- faults [sqlite|postgres] [--kills 100] [--conversations 200]   writing over all channels while processes are killed: nothing lost, nothing twice
        dotnet run -c Release --project tests/Bench -- dossiers [--count 1000000]   importing dossiers, looking them up, and telling followers of changes while questions are answered
        dotnet run -c Release --project tests/Bench -- guessing          what guessing at dossiers brings, and what the time of a refusal tells
        dotnet run -c Release --project tests/Bench -- staff [--small]   the pages of staff on much made content, while citizens ask
        dotnet run -c Release --project tests/Bench -- word              importing a made Word document of 50 pages into a draft
        dotnet run -c Release --project tests/Bench -- questions FILE…   judged questions (markdown), with the risk-coverage curve
        dotnet run -c Release --project tests/Bench -- examples [Name=value…]   the notices' example questions, each with its own wording left out
        dotnet run -c Release --project tests/Bench -- retrieval --corpus C.jsonl --queries Q.jsonl [--run OUT]   somebody's passages and questions
        dotnet run -c Release --project tests/Bench -- compare --queries Q.jsonl OLD.run NEW.run   two runs of it, with a paired bootstrap
        dotnet run -c Release --project tests/Bench -- scale --passages N --words FILE…   the speed among many made passages
        dotnet run -c Release --project tests/Bench -- tuning FOLDER… [Name=value,value…]   values of a parameter on folders of corpus.jsonl and dev.*.jsonl
        dotnet run -c Release --project tests/Bench -- gate [--notices 2000] [--questions 10000] [--recorded 20000]   the publish gate on made content
        dotnet run -c Release --project tests/Bench -- why QUESTION   how a question is understood and which passages come near
        dotnet run -c Release --project tests/Bench -- calibration FILE…   fits the model of being right
        """);
    return 2;
}
