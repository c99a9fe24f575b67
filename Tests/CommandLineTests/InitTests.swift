import Foundation
import Testing

@Suite("countersign init")
struct InitTests {
  @Test("Makes a workspace of three files that only the owner reads, and says so on standard error")
  func makesWorkspace() throws {
    let scratch = try Scratch()
    let run = try Program.run(["init", "work/space"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("countersign.yaml"))
    for name in ["countersign.yaml", "countersign.key", "countersign.sqlite"] {
      #expect(try scratch.mode("work/space/" + name) == 0o600, "\(name)")
    }
    #expect(try scratch.read("work/space/countersign.key").wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
  }

  @Test("Works in a folder that is not empty and leaves what is there")
  func notEmpty() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "notes.txt")
    #expect(try Program.run(["init"], in: scratch.path).status == 0)
    #expect(try scratch.read("notes.txt") == "mine")
  }

  @Test(
    "Refuses where one of its own files exists, and changes nothing",
    arguments: ["countersign.yaml", "countersign.key", "countersign.sqlite"])
  func refuses(name: String) throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: name)
    let run = try Program.run(["init", "."], in: scratch.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(name))
    #expect(try scratch.names() == [name])
    #expect(try scratch.read(name) == "mine")
  }

  @Test("A key of another workspace is used where it stands; something that is no key is refused")
  func reusesKey() throws {
    let scratch = try Scratch()
    #expect(try Program.run(["init", "first"], in: scratch.path).status == 0)
    #expect(try Program.run(["init", "second", "--key", "first/countersign.key"], in: scratch.path).status == 0)
    #expect(try scratch.read("second/countersign.yaml").contains("key_file: \(scratch.path)/first/countersign.key"))
    try scratch.write("no key", to: "bad.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path + "/bad.key")
    let run = try Program.run(["init", "third", "--key", "bad.key"], in: scratch.path)
    #expect(run.status == 2)
    #expect(try !scratch.names().contains("third"))
  }

  @Test("Two workspaces have two keys")
  func keysDiffer() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { #expect(try Program.run(["init", name, "--quiet"], in: scratch.path).errors.isEmpty) }
    #expect(try scratch.read("a/countersign.key") != scratch.read("b/countersign.key"))
  }
}
